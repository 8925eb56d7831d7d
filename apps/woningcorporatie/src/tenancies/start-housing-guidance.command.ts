import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { HasShape, IsLocalDate, IsPublisherId, Optional, Professional } from '@kring/contracts';
import { DecidingService, HouseholdCommand, contentOf } from '@kring/partner-service';
import type { Receipt } from '@kring/partner-service';
import { startGuidance, tenancies } from './tenancies.ts';

export class StartHousingGuidance extends HouseholdCommand {
  @IsPublisherId() involvementId!: string;
  @HasShape(() => Professional) professional!: Professional;
  @Optional() @IsLocalDate() expectedEnd?: string;
}

@CommandHandler(StartHousingGuidance)
export class StartHousingGuidanceHandler implements ICommandHandler<StartHousingGuidance, Receipt> {
  constructor(private readonly deciding: DecidingService) {}

  execute(command: StartHousingGuidance): Promise<Receipt> {
    return this.deciding.decide(command, tenancies, (known, at) => startGuidance(contentOf(command), known, at));
  }
}
