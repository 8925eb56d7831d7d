import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { IsPublisherId } from '@kring/contracts';
import { DecidingService } from '../deciding/deciding.service.ts';
import { HouseholdCommand, contentOf } from '../deciding/household.command.ts';
import type { Receipt } from '../ledger/ledger.ts';
import { cancelReferral, referrals } from './referrals.ts';

export class CancelReferral extends HouseholdCommand {
  @IsPublisherId() referralId!: string;
}

@CommandHandler(CancelReferral)
export class CancelReferralHandler implements ICommandHandler<CancelReferral, Receipt> {
  constructor(private readonly deciding: DecidingService) {}

  execute(command: CancelReferral): Promise<Receipt> {
    return this.deciding.decide(command, referrals, (known) => cancelReferral(contentOf(command), known));
  }
}
