import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { IsCode, IsListWritten, IsOneOf, trends } from '@kring/contracts';
import type { Trend } from '@kring/contracts';
import { DecidingService } from '../deciding/deciding.service.ts';
import { HouseholdCommand, contentOf } from '../deciding/household.command.ts';
import type { Receipt } from '../ledger/ledger.ts';
import { followUp, updatePartners } from './follow-up.ts';

export class UpdatePartners extends HouseholdCommand {
  /** Codes of the partners that were told. */
  @IsListWritten(IsCode, { min: 1 }) recipients!: string[];
  @IsOneOf(trends) trend!: Trend;
}

@CommandHandler(UpdatePartners)
export class UpdatePartnersHandler implements ICommandHandler<UpdatePartners, Receipt> {
  constructor(private readonly deciding: DecidingService) {}

  execute(command: UpdatePartners): Promise<Receipt> {
    return this.deciding.decide(command, followUp, (known, at) => updatePartners(contentOf(command), known, at));
  }
}
