import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { IsHubId, IsListWritten } from '@kring/contracts';
import { DecidingService, HouseholdCommand, contentOf } from '@kring/partner-service';
import type { Receipt } from '@kring/partner-service';
import { households } from './household.ts';
import { mergeHouseholds } from './one-or-several.ts';

export class MergeHouseholds extends HouseholdCommand {
  /** The households that turn out to be the one that the command is about. */
  @IsListWritten(IsHubId, { min: 1, max: 50 }) from!: string[];
}

@CommandHandler(MergeHouseholds)
export class MergeHouseholdsHandler implements ICommandHandler<MergeHouseholds, Receipt> {
  constructor(private readonly deciding: DecidingService) {}

  execute(command: MergeHouseholds): Promise<Receipt> {
    return this.deciding.decide(command, households, (household) => mergeHouseholds(contentOf(command), { household, itself: command.household.householdId }));
  }
}
