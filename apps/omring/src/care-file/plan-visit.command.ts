import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { HasShape, IsInstant, IsPublisherId, Professional } from '@kring/contracts';
import { DecidingService, HouseholdCommand, contentOf } from '@kring/partner-service';
import type { Receipt } from '@kring/partner-service';
import { careFile, planCareVisit } from './care-file.ts';

export class PlanVisit extends HouseholdCommand {
  @IsPublisherId() visitId!: string;
  @IsInstant() startsAt!: string;
  @IsInstant() endsAt!: string;
  @HasShape(() => Professional) professional!: Professional;
}

@CommandHandler(PlanVisit)
export class PlanVisitHandler implements ICommandHandler<PlanVisit, Receipt> {
  constructor(private readonly deciding: DecidingService) {}

  execute(command: PlanVisit): Promise<Receipt> {
    return this.deciding.decide(command, careFile, (file) => planCareVisit(contentOf(command), file));
  }
}
