import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { IsOneOf, IsPublisherId, endReasons } from '@kring/contracts';
import type { EndReason } from '@kring/contracts';
import { DecidingService, HouseholdCommand, contentOf } from '@kring/partner-service';
import type { Receipt } from '@kring/partner-service';
import { endTenancy, tenancies } from './tenancies.ts';

export class EndTenancy extends HouseholdCommand {
  @IsPublisherId() involvementId!: string;
  @IsOneOf(endReasons) reason!: EndReason;
}

@CommandHandler(EndTenancy)
export class EndTenancyHandler implements ICommandHandler<EndTenancy, Receipt> {
  constructor(private readonly deciding: DecidingService) {}

  execute(command: EndTenancy): Promise<Receipt> {
    return this.deciding.decide(command, tenancies, (known, at) => endTenancy(contentOf(command), known, at));
  }
}
