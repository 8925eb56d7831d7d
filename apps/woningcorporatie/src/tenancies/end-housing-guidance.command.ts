import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { IsOneOf, IsPublisherId, endReasons } from '@kring/contracts';
import type { EndReason } from '@kring/contracts';
import { DecidingService, HouseholdCommand, contentOf } from '@kring/partner-service';
import type { Receipt } from '@kring/partner-service';
import { endGuidance, tenancies } from './tenancies.ts';

export class EndHousingGuidance extends HouseholdCommand {
  @IsPublisherId() involvementId!: string;
  @IsOneOf(endReasons) reason!: EndReason;
}

@CommandHandler(EndHousingGuidance)
export class EndHousingGuidanceHandler implements ICommandHandler<EndHousingGuidance, Receipt> {
  constructor(private readonly deciding: DecidingService) {}

  execute(command: EndHousingGuidance): Promise<Receipt> {
    return this.deciding.decide(command, tenancies, (known, at) => endGuidance(contentOf(command), known, at));
  }
}
