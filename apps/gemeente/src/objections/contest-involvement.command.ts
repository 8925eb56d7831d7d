import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { IsPublisherId } from '@kring/contracts';
import { DecidingService, HouseholdCommand, contentOf } from '@kring/partner-service';
import type { Receipt } from '@kring/partner-service';
import { contestInvolvement, objections } from './objections.ts';

export class ContestInvolvement extends HouseholdCommand {
  @IsPublisherId() involvementId!: string;
}

@CommandHandler(ContestInvolvement)
export class ContestInvolvementHandler implements ICommandHandler<ContestInvolvement, Receipt> {
  constructor(private readonly deciding: DecidingService) {}

  execute(command: ContestInvolvement): Promise<Receipt> {
    return this.deciding.decide(command, objections, (known, at) => contestInvolvement(contentOf(command), known, at));
  }
}
