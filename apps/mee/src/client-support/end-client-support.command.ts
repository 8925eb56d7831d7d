import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { IsOneOf, IsPublisherId, endReasons } from '@kring/contracts';
import type { EndReason } from '@kring/contracts';
import { DecidingService, HouseholdCommand, contentOf, endInvolvement, involvements } from '@kring/partner-service';
import type { Receipt } from '@kring/partner-service';

export class EndClientSupport extends HouseholdCommand {
  @IsPublisherId() involvementId!: string;
  @IsOneOf(endReasons) reason!: EndReason;
}

@CommandHandler(EndClientSupport)
export class EndClientSupportHandler implements ICommandHandler<EndClientSupport, Receipt> {
  constructor(private readonly deciding: DecidingService) {}

  execute(command: EndClientSupport): Promise<Receipt> {
    return this.deciding.decide(command, involvements, (known, at) => endInvolvement(contentOf(command), known, at));
  }
}
