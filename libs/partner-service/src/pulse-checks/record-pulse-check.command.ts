import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { IsLocalDate, IsOneOf, Optional, channels, trends } from '@kring/contracts';
import type { Channel, Trend } from '@kring/contracts';
import { DecidingService } from '../deciding/deciding.service.ts';
import { HouseholdCommand, contentOf } from '../deciding/household.command.ts';
import type { Receipt } from '../ledger/ledger.ts';
import { pulseChecks, recordPulseCheck } from './pulse-checks.ts';

export class RecordPulseCheck extends HouseholdCommand {
  @IsOneOf(channels) channel!: Channel;
  @IsOneOf(trends) trend!: Trend;
  /** Left out where the usual term of the region holds. */
  @Optional() @IsLocalDate() nextDue?: string;
}

@CommandHandler(RecordPulseCheck)
export class RecordPulseCheckHandler implements ICommandHandler<RecordPulseCheck, Receipt> {
  constructor(private readonly deciding: DecidingService) {}

  execute(command: RecordPulseCheck): Promise<Receipt> {
    return this.deciding.decide(command, pulseChecks, (done, at) => recordPulseCheck(contentOf(command), done, at));
  }
}
