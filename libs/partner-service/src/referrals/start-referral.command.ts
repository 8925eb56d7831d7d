import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { IsPublisherId } from '@kring/contracts';
import { DecidingService } from '../deciding/deciding.service.ts';
import { HouseholdCommand, contentOf } from '../deciding/household.command.ts';
import type { Receipt } from '../ledger/ledger.ts';
import { referralAnswers, startReferral } from './referral-answers.ts';

export class StartReferral extends HouseholdCommand {
  @IsPublisherId() referralId!: string;
}

@CommandHandler(StartReferral)
export class StartReferralHandler implements ICommandHandler<StartReferral, Receipt> {
  constructor(private readonly deciding: DecidingService) {}

  execute(command: StartReferral): Promise<Receipt> {
    return this.deciding.decide(command, referralAnswers, (known) => startReferral(contentOf(command), known));
  }
}
