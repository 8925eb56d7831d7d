import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { IsHubId } from '@kring/contracts';
import { DecidingService } from '../deciding/deciding.service.ts';
import { HouseholdCommand, contentOf } from '../deciding/household.command.ts';
import type { Receipt } from '../ledger/ledger.ts';
import { acknowledgeMatch, matches } from './matches.ts';

export class AcknowledgeMatch extends HouseholdCommand {
  @IsHubId() matchId!: string;
}

@CommandHandler(AcknowledgeMatch)
export class AcknowledgeMatchHandler implements ICommandHandler<AcknowledgeMatch, Receipt> {
  constructor(private readonly deciding: DecidingService) {}

  execute(command: AcknowledgeMatch): Promise<Receipt> {
    return this.deciding.decide(command, matches, (known) => acknowledgeMatch(contentOf(command), known));
  }
}
