import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { AddressValue, HasShape, IsCode } from '@kring/contracts';
import { DecidingService, HouseholdCommand, contentOf } from '@kring/partner-service';
import type { Receipt } from '@kring/partner-service';
import { households } from './household.ts';
import { moveHousehold } from './registration.ts';

export class MoveHousehold extends HouseholdCommand {
  @HasShape(() => AddressValue) address!: AddressValue;
  @IsCode() area!: string;
}

@CommandHandler(MoveHousehold)
export class MoveHouseholdHandler implements ICommandHandler<MoveHousehold, Receipt> {
  constructor(private readonly deciding: DecidingService) {}

  execute(command: MoveHousehold): Promise<Receipt> {
    return this.deciding.decide(command, households, (household, at) => moveHousehold(contentOf(command), household, at));
  }
}
