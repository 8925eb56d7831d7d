import { Module } from '@nestjs/common';
import { DecidingModule } from '../deciding/deciding.module.ts';
import { AnswerSignalHandler } from './answer-signal.command.ts';
import { ForwardSignalHandler } from './forward-signal.command.ts';
import { InformReporterHandler } from './inform-reporter.command.ts';
import { RaiseSignalHandler } from './raise-signal.command.ts';
import { SignalsController } from './signals.controller.ts';

/** Signals: raised, forwarded, answered, and told back to who raised them. */
@Module({
  imports: [DecidingModule],
  controllers: [SignalsController],
  providers: [RaiseSignalHandler, AnswerSignalHandler, ForwardSignalHandler, InformReporterHandler],
})
export class SignalsModule {}
