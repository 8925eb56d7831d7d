import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { IsPublisherId } from '@kring/contracts';
import { DecidingService, HouseholdCommand, contentOf } from '@kring/partner-service';
import type { Receipt } from '@kring/partner-service';
import { cancelVisit, visits } from './visits.ts';

export class CancelVisit extends HouseholdCommand {
  @IsPublisherId() visitId!: string;
}

@CommandHandler(CancelVisit)
export class CancelVisitHandler implements ICommandHandler<CancelVisit, Receipt> {
  constructor(private readonly deciding: DecidingService) {}

  execute(command: CancelVisit): Promise<Receipt> {
    return this.deciding.decide(command, visits, (known) => cancelVisit(contentOf(command), known));
  }
}
