import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { IsBoolean } from 'class-validator';
import { HasShape, IsCode, Optional, Professional } from '@kring/contracts';
import { DecidingService } from '../deciding/deciding.service.ts';
import { HouseholdCommand, contentOf } from '../deciding/household.command.ts';
import type { Receipt } from '../ledger/ledger.ts';
import { assignContactPerson, contactPersons } from './contact-persons.ts';

export class AssignContactPerson extends HouseholdCommand {
  @HasShape(() => Professional) professional!: Professional;
  /** The sender itself where it is left out; another partner only under a delegation. */
  @Optional() @IsCode() organisation?: string;
  @IsBoolean() residentPreferred!: boolean;
}

@CommandHandler(AssignContactPerson)
export class AssignContactPersonHandler implements ICommandHandler<AssignContactPerson, Receipt> {
  constructor(private readonly deciding: DecidingService) {}

  execute(command: AssignContactPerson): Promise<Receipt> {
    return this.deciding.decide(command, contactPersons, (state, at) => assignContactPerson(contentOf(command), state, at));
  }
}
