import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { HasShape, IsPublisherId, Professional } from '@kring/contracts';
import { DecidingService, HouseholdCommand, contentOf } from '@kring/partner-service';
import type { Receipt } from '@kring/partner-service';
import { startTenancy, tenancies } from './tenancies.ts';

export class StartTenancy extends HouseholdCommand {
  @IsPublisherId() involvementId!: string;
  /** The housing consultant whom the tenant can turn to. */
  @HasShape(() => Professional) professional!: Professional;
}

@CommandHandler(StartTenancy)
export class StartTenancyHandler implements ICommandHandler<StartTenancy, Receipt> {
  constructor(private readonly deciding: DecidingService) {}

  execute(command: StartTenancy): Promise<Receipt> {
    return this.deciding.decide(command, tenancies, (known, at) => startTenancy(contentOf(command), known, at));
  }
}
