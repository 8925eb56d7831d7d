import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import type { EventsParts } from './events.controller.ts';
import { EventsController } from './events.controller.ts';
import { INTAKE_PARTS } from './tokens.ts';

/** The door over HTTP. */
@Module({})
export class IngestModule {
  static over(parts: EventsParts): DynamicModule {
    return { module: IngestModule, controllers: [EventsController], providers: [{ provide: INTAKE_PARTS, useValue: parts }] };
  }
}
