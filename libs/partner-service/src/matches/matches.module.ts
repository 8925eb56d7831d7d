import { Module } from '@nestjs/common';
import { DecidingModule } from '../deciding/deciding.module.ts';
import { AcknowledgeMatch, AcknowledgeMatchHandler } from './acknowledge-match.command.ts';
import { AgreeCoordination, AgreeCoordinationHandler } from './agree-coordination.command.ts';
import { CloseMatch, CloseMatchHandler } from './close-match.command.ts';
import { MatchesController } from './matches.controller.ts';

export const matchesCommands = [AcknowledgeMatch, AgreeCoordination, CloseMatch] as const;

/** What organisations do when they find each other in one household. */
@Module({
  imports: [DecidingModule],
  controllers: [MatchesController],
  providers: [AcknowledgeMatchHandler, AgreeCoordinationHandler, CloseMatchHandler],
})
export class MatchesModule {}
