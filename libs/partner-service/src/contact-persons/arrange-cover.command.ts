import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { HasShape, IsLocalDate, Professional } from '@kring/contracts';
import { DecidingService } from '../deciding/deciding.service.ts';
import { HouseholdCommand, contentOf } from '../deciding/household.command.ts';
import type { Receipt } from '../ledger/ledger.ts';
import { arrangeCover, contactPersons } from './contact-persons.ts';

export class ArrangeCover extends HouseholdCommand {
  @HasShape(() => Professional) professional!: Professional;
  /** Up to and including this day. */
  @IsLocalDate() until!: string;
}

@CommandHandler(ArrangeCover)
export class ArrangeCoverHandler implements ICommandHandler<ArrangeCover, Receipt> {
  constructor(private readonly deciding: DecidingService) {}

  execute(command: ArrangeCover): Promise<Receipt> {
    return this.deciding.decide(command, contactPersons, (state, at) => arrangeCover(contentOf(command), state, at));
  }
}
