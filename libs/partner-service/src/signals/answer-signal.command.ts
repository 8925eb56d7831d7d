import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { IsOneOf, IsPublisherId, signalOutcomes } from '@kring/contracts';
import type { SignalOutcome } from '@kring/contracts';
import { DecidingService } from '../deciding/deciding.service.ts';
import { HouseholdCommand, contentOf } from '../deciding/household.command.ts';
import type { Receipt } from '../ledger/ledger.ts';
import { answerSignal, signals } from './signals.ts';

export class AnswerSignal extends HouseholdCommand {
  @IsPublisherId() signalId!: string;
  @IsOneOf(signalOutcomes) outcome!: SignalOutcome;
}

@CommandHandler(AnswerSignal)
export class AnswerSignalHandler implements ICommandHandler<AnswerSignal, Receipt> {
  constructor(private readonly deciding: DecidingService) {}

  execute(command: AnswerSignal): Promise<Receipt> {
    return this.deciding.decide(command, signals, (known) => answerSignal(contentOf(command), known));
  }
}
