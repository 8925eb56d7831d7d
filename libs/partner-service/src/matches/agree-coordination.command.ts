import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { HasShape, IsHubId, Professional } from '@kring/contracts';
import { DecidingService } from '../deciding/deciding.service.ts';
import { HouseholdCommand, contentOf } from '../deciding/household.command.ts';
import type { Receipt } from '../ledger/ledger.ts';
import { agreeCoordination, matches } from './matches.ts';

export class AgreeCoordination extends HouseholdCommand {
  @IsHubId() matchId!: string;
  /** Who keeps the whole together. */
  @HasShape(() => Professional) owner!: Professional;
}

@CommandHandler(AgreeCoordination)
export class AgreeCoordinationHandler implements ICommandHandler<AgreeCoordination, Receipt> {
  constructor(private readonly deciding: DecidingService) {}

  execute(command: AgreeCoordination): Promise<Receipt> {
    return this.deciding.decide(command, matches, (known) => agreeCoordination(contentOf(command), known));
  }
}
