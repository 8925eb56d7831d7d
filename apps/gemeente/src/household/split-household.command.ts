import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { IsListOf, SplitPart } from '@kring/contracts';
import { DecidingService, HouseholdCommand, contentOf } from '@kring/partner-service';
import type { Receipt } from '@kring/partner-service';
import { households } from './household.ts';
import { splitHousehold } from './one-or-several.ts';

export class SplitHousehold extends HouseholdCommand {
  @IsListOf(() => SplitPart, { min: 1, max: 20 }) into!: SplitPart[];
}

@CommandHandler(SplitHousehold)
export class SplitHouseholdHandler implements ICommandHandler<SplitHousehold, Receipt> {
  constructor(private readonly deciding: DecidingService) {}

  execute(command: SplitHousehold): Promise<Receipt> {
    return this.deciding.decide(command, households, (household) => splitHousehold(contentOf(command), { household, itself: command.household.householdId }));
  }
}
