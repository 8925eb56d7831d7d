import { Module } from '@nestjs/common';
import { DecidingModule } from '../deciding/deciding.module.ts';
import { AcceptTakeover, AcceptTakeoverHandler } from './accept-takeover.command.ts';
import { RefuseTakeover, RefuseTakeoverHandler } from './refuse-takeover.command.ts';
import { RequestTakeover, RequestTakeoverHandler } from './request-takeover.command.ts';
import { TakeoversController } from './takeovers.controller.ts';

export const takeoversCommands = [RequestTakeover, AcceptTakeover, RefuseTakeover] as const;

/** Taking a household over, in consultation with it and on no other terms. */
@Module({
  imports: [DecidingModule],
  controllers: [TakeoversController],
  providers: [RequestTakeoverHandler, AcceptTakeoverHandler, RefuseTakeoverHandler],
})
export class TakeoversModule {}
