import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { DecidingService } from '../deciding/deciding.service.ts';
import { HouseholdCommand } from '../deciding/household.command.ts';
import type { Receipt } from '../ledger/ledger.ts';
import { closeAftercare, followUp } from './follow-up.ts';

export class CloseAftercare extends HouseholdCommand {}

@CommandHandler(CloseAftercare)
export class CloseAftercareHandler implements ICommandHandler<CloseAftercare, Receipt> {
  constructor(private readonly deciding: DecidingService) {}

  execute(command: CloseAftercare): Promise<Receipt> {
    return this.deciding.decide(command, followUp, closeAftercare);
  }
}
