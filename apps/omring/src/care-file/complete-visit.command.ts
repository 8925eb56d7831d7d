import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { IsPublisherId } from '@kring/contracts';
import { DecidingService, HouseholdCommand, contentOf } from '@kring/partner-service';
import type { Receipt } from '@kring/partner-service';
import { completeVisit, visits } from './visits.ts';

export class CompleteVisit extends HouseholdCommand {
  @IsPublisherId() visitId!: string;
}

@CommandHandler(CompleteVisit)
export class CompleteVisitHandler implements ICommandHandler<CompleteVisit, Receipt> {
  constructor(private readonly deciding: DecidingService) {}

  execute(command: CompleteVisit): Promise<Receipt> {
    return this.deciding.decide(command, visits, (known) => completeVisit(contentOf(command), known));
  }
}
