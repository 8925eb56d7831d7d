import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { IsPublisherId } from '@kring/contracts';
import { DecidingService, HouseholdCommand, contentOf, removeSupporter, supporters } from '@kring/partner-service';
import type { Receipt } from '@kring/partner-service';

export class DismissConnector extends HouseholdCommand {
  @IsPublisherId() supporterId!: string;
}

@CommandHandler(DismissConnector)
export class DismissConnectorHandler implements ICommandHandler<DismissConnector, Receipt> {
  constructor(private readonly deciding: DecidingService) {}

  execute(command: DismissConnector): Promise<Receipt> {
    return this.deciding.decide(command, supporters, (known) => removeSupporter(contentOf(command), known));
  }
}
