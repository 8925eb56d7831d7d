import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { IsBoolean } from 'class-validator';
import { IsOneOf, ownStrengthResults } from '@kring/contracts';
import type { OwnStrengthResult } from '@kring/contracts';
import { DecidingService } from '../deciding/deciding.service.ts';
import { HouseholdCommand, contentOf } from '../deciding/household.command.ts';
import type { Receipt } from '../ledger/ledger.ts';
import { exploreOwnStrength, ownStrength } from './own-strength.ts';

export class ExploreOwnStrength extends HouseholdCommand {
  @IsBoolean() together!: boolean;
  @IsBoolean() networkInvolved!: boolean;
  @IsOneOf(ownStrengthResults) result!: OwnStrengthResult;
}

@CommandHandler(ExploreOwnStrength)
export class ExploreOwnStrengthHandler implements ICommandHandler<ExploreOwnStrength, Receipt> {
  constructor(private readonly deciding: DecidingService) {}

  execute(command: ExploreOwnStrength): Promise<Receipt> {
    return this.deciding.decide(command, ownStrength, (explored, at) => exploreOwnStrength(contentOf(command), explored, at));
  }
}
