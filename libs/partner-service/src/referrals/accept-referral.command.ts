import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { IsPublisherId } from '@kring/contracts';
import { DecidingService } from '../deciding/deciding.service.ts';
import { HouseholdCommand, contentOf } from '../deciding/household.command.ts';
import type { Receipt } from '../ledger/ledger.ts';
import { acceptReferral, referralAnswers } from './referral-answers.ts';

export class AcceptReferral extends HouseholdCommand {
  @IsPublisherId() referralId!: string;
}

@CommandHandler(AcceptReferral)
export class AcceptReferralHandler implements ICommandHandler<AcceptReferral, Receipt> {
  constructor(private readonly deciding: DecidingService) {}

  execute(command: AcceptReferral): Promise<Receipt> {
    return this.deciding.decide(command, referralAnswers, (known) => acceptReferral(contentOf(command), known));
  }
}
