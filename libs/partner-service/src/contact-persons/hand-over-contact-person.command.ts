import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { HasShape, IsCode, IsLocalDate, Optional, Professional } from '@kring/contracts';
import { DecidingService } from '../deciding/deciding.service.ts';
import { HouseholdCommand, contentOf } from '../deciding/household.command.ts';
import type { Receipt } from '../ledger/ledger.ts';
import { contactPersons, handOverContactPerson } from './contact-persons.ts';

export class HandOverContactPerson extends HouseholdCommand {
  @HasShape(() => Professional) from!: Professional;
  @HasShape(() => Professional) to!: Professional;
  @Optional() @IsCode() toOrganisation?: string;
  /** Left out, the rule that asks for it refuses the command by its name. */
  @Optional() @IsLocalDate() residentConsultedOn?: string;
}

@CommandHandler(HandOverContactPerson)
export class HandOverContactPersonHandler implements ICommandHandler<HandOverContactPerson, Receipt> {
  constructor(private readonly deciding: DecidingService) {}

  execute(command: HandOverContactPerson): Promise<Receipt> {
    return this.deciding.decide(command, contactPersons, (state, at) => handOverContactPerson(contentOf(command), state, at));
  }
}
