import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { AddressValue, HasShape, IsCode, IsListOf, IsOneOf, Optional, Person, addressKinds } from '@kring/contracts';
import type { AddressKind } from '@kring/contracts';
import { DecidingService, HouseholdCommand, contentOf } from '@kring/partner-service';
import type { Receipt } from '@kring/partner-service';
import { households } from './household.ts';
import { registerHousehold } from './registration.ts';

export class RegisterHousehold extends HouseholdCommand {
  @IsListOf(() => Person, { min: 1, max: 50 }) members!: Person[];
  @HasShape(() => AddressValue) address!: AddressValue;
  @IsCode() area!: string;
  /** A dwelling where it is left out; at a collective address many households live. */
  @Optional() @IsOneOf(addressKinds) addressKind?: AddressKind;
}

@CommandHandler(RegisterHousehold)
export class RegisterHouseholdHandler implements ICommandHandler<RegisterHousehold, Receipt> {
  constructor(private readonly deciding: DecidingService) {}

  execute(command: RegisterHousehold): Promise<Receipt> {
    return this.deciding.decide(command, households, (household) => registerHousehold({ addressKind: 'dwelling', ...contentOf(command) }, household));
  }
}
