import { Inject, Module, type DynamicModule, type BeforeApplicationShutdown } from '@nestjs/common';
import { Boxes } from '@kring/reading';
import { AccessLogController } from './access-log/access-log.controller.ts';
import { AccessLookup } from './access-log/access-lookup.query.ts';
import { AlertsController } from './alerts/alerts.controller.ts';
import { Worklist } from './alerts/worklist.query.ts';
import { ChangesController } from './changes/changes.controller.ts';
import { CircleChanges } from './changes/follow-circle.query.ts';
import { Watchers } from './changes/watchers.ts';
import { CircleController } from './circle/circle.controller.ts';
import { CircleReader } from './circle/read-circle.query.ts';
import type { HouseholdApiParts } from './parts.ts';
import { HouseholdReading } from './reading/household-reading.ts';
import { FindHouseholds } from './search/find-households.query.ts';
import { SearchController } from './search/search.controller.ts';
import { ReadTimeline } from './timeline/read-timeline.query.ts';
import { TimelineController } from './timeline/timeline.controller.ts';
import { ACCESS_LOOKUP, CIRCLE_CHANGES, CIRCLE_READER, CLOCK, FIND_HOUSEHOLDS, TIMELINE, WATCHERS, WORKLIST } from './tokens.ts';

const defaultWatchers = 2_000;
const defaultHeartbeatMs = 15_000;

const queriesOver = (parts: HouseholdApiParts) => {
  const { view, progress, index, keyStore, sealer, clock, accessLog, verifier, maxWatchers = defaultWatchers, heartbeatMs = defaultHeartbeatMs } = parts;
  const reading = new HouseholdReading(parts);
  const boxes = new Boxes(view, keyStore, sealer);
  const circles = new CircleReader(reading, boxes, progress);
  const watchers = new Watchers(progress, maxWatchers);
  return [
    { provide: CLOCK, useValue: clock },
    { provide: CIRCLE_READER, useValue: circles },
    { provide: WATCHERS, useValue: watchers },
    { provide: CIRCLE_CHANGES, useValue: new CircleChanges({ reading, circles, watchers, verifier, heartbeatMs }) },
    { provide: FIND_HOUSEHOLDS, useValue: new FindHouseholds(index, reading, boxes) },
    { provide: WORKLIST, useValue: new Worklist(view, reading) },
    { provide: TIMELINE, useValue: new ReadTimeline(parts, reading) },
    { provide: ACCESS_LOOKUP, useValue: new AccessLookup(reading, accessLog) },
  ];
};

/** The questions that people and systems ask about households. Wants `AccessModule` beside it. */
@Module({})
export class HouseholdApiModule implements BeforeApplicationShutdown {
  constructor(@Inject(WATCHERS) private readonly watchers: Watchers) {}

  static over(parts: HouseholdApiParts): DynamicModule {
    return {
      module: HouseholdApiModule,
      // The longer path first: a household's changes are not a household of that name.
      controllers: [SearchController, ChangesController, CircleController, TimelineController, AccessLogController, AlertsController],
      providers: queriesOver(parts),
    };
  }

  /** Streams would keep the server open for as long as their readers stay. */
  beforeApplicationShutdown(): void {
    this.watchers.close();
  }
}
