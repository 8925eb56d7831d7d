import { Module } from '@nestjs/common';
import { DecidingModule } from '../deciding/deciding.module.ts';
import { ChangeInvolvementHandler } from './change-involvement.command.ts';
import { ConfirmInvolvementHandler } from './confirm-involvement.command.ts';
import { InvolvementsController } from './involvements.controller.ts';

/** Involvements once they run, whatever the trade calls them. */
@Module({
  imports: [DecidingModule],
  controllers: [InvolvementsController],
  providers: [ChangeInvolvementHandler, ConfirmInvolvementHandler],
})
export class InvolvementsModule {}
