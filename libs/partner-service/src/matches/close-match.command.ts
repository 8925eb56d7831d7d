import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { IsHubId, IsOneOf, matchOutcomes } from '@kring/contracts';
import type { MatchOutcome } from '@kring/contracts';
import { DecidingService } from '../deciding/deciding.service.ts';
import { HouseholdCommand, contentOf } from '../deciding/household.command.ts';
import type { Receipt } from '../ledger/ledger.ts';
import { closeMatch, matches } from './matches.ts';

export class CloseMatch extends HouseholdCommand {
  @IsHubId() matchId!: string;
  @IsOneOf(matchOutcomes) outcome!: MatchOutcome;
}

@CommandHandler(CloseMatch)
export class CloseMatchHandler implements ICommandHandler<CloseMatch, Receipt> {
  constructor(private readonly deciding: DecidingService) {}

  execute(command: CloseMatch): Promise<Receipt> {
    return this.deciding.decide(command, matches, (known) => closeMatch(contentOf(command), known));
  }
}
