import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { IsLocalDate } from '@kring/contracts';
import { DecidingService } from '../deciding/deciding.service.ts';
import { HouseholdCommand, contentOf } from '../deciding/household.command.ts';
import type { Receipt } from '../ledger/ledger.ts';
import { followUp, startAftercare } from './follow-up.ts';

export class StartAftercare extends HouseholdCommand {
  @IsLocalDate() until!: string;
}

@CommandHandler(StartAftercare)
export class StartAftercareHandler implements ICommandHandler<StartAftercare, Receipt> {
  constructor(private readonly deciding: DecidingService) {}

  execute(command: StartAftercare): Promise<Receipt> {
    return this.deciding.decide(command, followUp, (known, at) => startAftercare(contentOf(command), known, at));
  }
}
