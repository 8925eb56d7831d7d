import { Module, type DynamicModule } from '@nestjs/common';
import { EventsController } from './events/events.controller.ts';
import { HiddenEvents } from './events/hidden-events.ts';
import { ReadEvents } from './events/read-events.query.ts';
import { AlertsThen } from './household/alerts-then.query.ts';
import { LookBack } from './household/look-back.ts';
import { ReplayController } from './household/replay.controller.ts';
import { ReplayHousehold } from './household/replay-household.query.ts';
import type { AuditParts } from './parts.ts';
import { ALERTS_THEN, CLOCK, PROGRESS, READ_EVENTS, REPLAY_HOUSEHOLD } from './tokens.ts';

const queriesOver = (parts: AuditParts) => {
  const lookBack = new LookBack(parts);
  return [
    { provide: CLOCK, useValue: parts.clock },
    { provide: PROGRESS, useValue: parts.progress },
    { provide: REPLAY_HOUSEHOLD, useValue: new ReplayHousehold(lookBack, parts) },
    { provide: ALERTS_THEN, useValue: new AlertsThen(lookBack, parts) },
    { provide: READ_EVENTS, useValue: new ReadEvents(parts, new HiddenEvents(parts)) },
  ];
};

/** Looking back: a household event by event, and the log as it is. Wants `AccessModule` beside it. */
@Module({})
export class AuditModule {
  static over(parts: AuditParts): DynamicModule {
    return { module: AuditModule, controllers: [ReplayController, EventsController], providers: queriesOver(parts) };
  }
}
