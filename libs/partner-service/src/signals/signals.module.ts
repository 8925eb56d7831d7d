import { Module } from '@nestjs/common';
import { DecidingModule } from '../deciding/deciding.module.ts';
import { AnswerSignal, AnswerSignalHandler } from './answer-signal.command.ts';
import { ForwardSignal, ForwardSignalHandler } from './forward-signal.command.ts';
import { InformReporter, InformReporterHandler } from './inform-reporter.command.ts';
import { RaiseSignal, RaiseSignalHandler } from './raise-signal.command.ts';
import { SignalsController } from './signals.controller.ts';

export const signalsCommands = [RaiseSignal, AnswerSignal, ForwardSignal, InformReporter] as const;

/** Signals: raised, forwarded, answered, and told back to who raised them. */
@Module({
  imports: [DecidingModule],
  controllers: [SignalsController],
  providers: [RaiseSignalHandler, AnswerSignalHandler, ForwardSignalHandler, InformReporterHandler],
})
export class SignalsModule {}
