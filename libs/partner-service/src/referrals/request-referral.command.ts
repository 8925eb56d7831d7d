import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { IsCode, IsOneOf, IsProse, IsPublisherId, Optional, levels } from '@kring/contracts';
import type { Level } from '@kring/contracts';
import { DecidingService } from '../deciding/deciding.service.ts';
import { HouseholdCommand, contentOf } from '../deciding/household.command.ts';
import type { Receipt } from '../ledger/ledger.ts';
import { referrals, requestReferral } from './referrals.ts';

export class RequestReferral extends HouseholdCommand {
  @IsPublisherId() referralId!: string;
  /** The same for every referral that follows from one question. */
  @IsPublisherId() chainId!: string;
  /** The partner or team that is asked. */
  @IsCode() to!: string;
  @IsCode() discipline!: string;
  @IsOneOf(levels) level!: Level;
  /** Needed from the third step on. */
  @Optional() @IsProse() reasonForExtraStep?: string;
}

@CommandHandler(RequestReferral)
export class RequestReferralHandler implements ICommandHandler<RequestReferral, Receipt> {
  constructor(private readonly deciding: DecidingService) {}

  execute(command: RequestReferral): Promise<Receipt> {
    return this.deciding.decide(command, referrals, (known, at) => requestReferral(contentOf(command), known, at));
  }
}
