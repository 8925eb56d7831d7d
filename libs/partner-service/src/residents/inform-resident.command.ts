import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { IsOneOf, IsProse, Optional, informedAbouts } from '@kring/contracts';
import type { InformedAbout } from '@kring/contracts';
import { DecidingService } from '../deciding/deciding.service.ts';
import { HouseholdCommand, contentOf } from '../deciding/household.command.ts';
import type { Receipt } from '../ledger/ledger.ts';
import { informResident, residentNotices } from './resident-notices.ts';

export class InformResident extends HouseholdCommand {
  @IsOneOf(informedAbouts) about!: InformedAbout;
  /** Why the resident is lawfully not told yet. */
  @Optional() @IsProse() deferredReason?: string;
}

@CommandHandler(InformResident)
export class InformResidentHandler implements ICommandHandler<InformResident, Receipt> {
  constructor(private readonly deciding: DecidingService) {}

  execute(command: InformResident): Promise<Receipt> {
    return this.deciding.decide(command, residentNotices, (told, at) => informResident(contentOf(command), told, at));
  }
}
