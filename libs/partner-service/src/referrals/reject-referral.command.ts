import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { IsOneOf, IsPublisherId, rejectionReasons } from '@kring/contracts';
import type { RejectionReason } from '@kring/contracts';
import { DecidingService } from '../deciding/deciding.service.ts';
import { HouseholdCommand, contentOf } from '../deciding/household.command.ts';
import type { Receipt } from '../ledger/ledger.ts';
import { referralAnswers, rejectReferral } from './referral-answers.ts';

export class RejectReferral extends HouseholdCommand {
  @IsPublisherId() referralId!: string;
  @IsOneOf(rejectionReasons) reason!: RejectionReason;
}

@CommandHandler(RejectReferral)
export class RejectReferralHandler implements ICommandHandler<RejectReferral, Receipt> {
  constructor(private readonly deciding: DecidingService) {}

  execute(command: RejectReferral): Promise<Receipt> {
    return this.deciding.decide(command, referralAnswers, (known) => rejectReferral(contentOf(command), known));
  }
}
