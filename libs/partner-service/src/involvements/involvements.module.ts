import { Module } from '@nestjs/common';
import { DecidingModule } from '../deciding/deciding.module.ts';
import { ChangeInvolvement, ChangeInvolvementHandler } from './change-involvement.command.ts';
import { ConfirmInvolvement, ConfirmInvolvementHandler } from './confirm-involvement.command.ts';
import { InvolvementsController } from './involvements.controller.ts';

export const involvementsCommands = [ChangeInvolvement, ConfirmInvolvement] as const;

/** Involvements once they run, whatever the trade calls them. */
@Module({
  imports: [DecidingModule],
  controllers: [InvolvementsController],
  providers: [ChangeInvolvementHandler, ConfirmInvolvementHandler],
})
export class InvolvementsModule {}
