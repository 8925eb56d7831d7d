import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { IsOneOf, trends } from '@kring/contracts';
import type { Trend } from '@kring/contracts';
import { DecidingService } from '../deciding/deciding.service.ts';
import { HouseholdCommand, contentOf } from '../deciding/household.command.ts';
import type { Receipt } from '../ledger/ledger.ts';
import { contactForAftercare, followUp } from './follow-up.ts';

export class ContactForAftercare extends HouseholdCommand {
  @IsOneOf(trends) trend!: Trend;
}

@CommandHandler(ContactForAftercare)
export class ContactForAftercareHandler implements ICommandHandler<ContactForAftercare, Receipt> {
  constructor(private readonly deciding: DecidingService) {}

  execute(command: ContactForAftercare): Promise<Receipt> {
    return this.deciding.decide(command, followUp, (known, at) => contactForAftercare(contentOf(command), known, at));
  }
}
