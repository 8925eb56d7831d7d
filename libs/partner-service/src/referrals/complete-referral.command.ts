import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { IsPublisherId } from '@kring/contracts';
import { DecidingService } from '../deciding/deciding.service.ts';
import { HouseholdCommand, contentOf } from '../deciding/household.command.ts';
import type { Receipt } from '../ledger/ledger.ts';
import { completeReferral, referralAnswers } from './referral-answers.ts';

export class CompleteReferral extends HouseholdCommand {
  @IsPublisherId() referralId!: string;
}

@CommandHandler(CompleteReferral)
export class CompleteReferralHandler implements ICommandHandler<CompleteReferral, Receipt> {
  constructor(private readonly deciding: DecidingService) {}

  execute(command: CompleteReferral): Promise<Receipt> {
    return this.deciding.decide(command, referralAnswers, (known) => completeReferral(contentOf(command), known));
  }
}
