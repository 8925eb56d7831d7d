import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { IsBoolean } from 'class-validator';
import { IsLabel, IsPublisherId } from '@kring/contracts';
import { DecidingService, HouseholdCommand, addSupporter, contentOf, supporters } from '@kring/partner-service';
import type { Receipt } from '@kring/partner-service';

export class AppointConnector extends HouseholdCommand {
  @IsPublisherId() supporterId!: string;
  /** What the household calls them. */
  @IsLabel() label!: string;
  /** Whether they agreed to be shown in the circle. */
  @IsBoolean() agreed!: boolean;
}

@CommandHandler(AppointConnector)
export class AppointConnectorHandler implements ICommandHandler<AppointConnector, Receipt> {
  constructor(private readonly deciding: DecidingService) {}

  execute(command: AppointConnector): Promise<Receipt> {
    return this.deciding.decide(command, supporters, (known) => addSupporter({ ...contentOf(command), kind: 'connector' }, known));
  }
}
