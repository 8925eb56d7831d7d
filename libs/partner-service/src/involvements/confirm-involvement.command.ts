import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { IsPublisherId } from '@kring/contracts';
import { DecidingService } from '../deciding/deciding.service.ts';
import { HouseholdCommand, contentOf } from '../deciding/household.command.ts';
import type { Receipt } from '../ledger/ledger.ts';
import { confirmInvolvement, involvements } from './involvements.ts';

export class ConfirmInvolvement extends HouseholdCommand {
  @IsPublisherId() involvementId!: string;
}

@CommandHandler(ConfirmInvolvement)
export class ConfirmInvolvementHandler implements ICommandHandler<ConfirmInvolvement, Receipt> {
  constructor(private readonly deciding: DecidingService) {}

  execute(command: ConfirmInvolvement): Promise<Receipt> {
    return this.deciding.decide(command, involvements, (known, at) => confirmInvolvement(contentOf(command), known, at));
  }
}
