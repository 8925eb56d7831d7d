import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { HasShape, IsLocalDate, IsOneOf, IsPublisherId, Optional, Professional, domains, levels } from '@kring/contracts';
import type { Domain, Level } from '@kring/contracts';
import { DecidingService } from '../deciding/deciding.service.ts';
import { HouseholdCommand, contentOf } from '../deciding/household.command.ts';
import type { Receipt } from '../ledger/ledger.ts';
import { changeInvolvement, involvements } from './involvements.ts';

export class ChangeInvolvement extends HouseholdCommand {
  @IsPublisherId() involvementId!: string;
  @Optional() @HasShape(() => Professional) professional?: Professional;
  @Optional() @IsOneOf(levels) level?: Level;
  @Optional() @IsOneOf(domains) domain?: Domain;
  @Optional() @IsLocalDate() expectedEnd?: string;
}

@CommandHandler(ChangeInvolvement)
export class ChangeInvolvementHandler implements ICommandHandler<ChangeInvolvement, Receipt> {
  constructor(private readonly deciding: DecidingService) {}

  execute(command: ChangeInvolvement): Promise<Receipt> {
    return this.deciding.decide(command, involvements, (known) => changeInvolvement(contentOf(command), known));
  }
}
