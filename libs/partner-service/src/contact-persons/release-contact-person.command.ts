import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { IsProse } from '@kring/contracts';
import { DecidingService } from '../deciding/deciding.service.ts';
import { HouseholdCommand, contentOf } from '../deciding/household.command.ts';
import type { Receipt } from '../ledger/ledger.ts';
import { contactPersons, releaseContactPerson } from './contact-persons.ts';

export class ReleaseContactPerson extends HouseholdCommand {
  @IsProse() reason!: string;
}

@CommandHandler(ReleaseContactPerson)
export class ReleaseContactPersonHandler implements ICommandHandler<ReleaseContactPerson, Receipt> {
  constructor(private readonly deciding: DecidingService) {}

  execute(command: ReleaseContactPerson): Promise<Receipt> {
    return this.deciding.decide(command, contactPersons, (state, at) => releaseContactPerson(contentOf(command), state, at));
  }
}
