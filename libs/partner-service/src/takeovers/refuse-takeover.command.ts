import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { IsPublisherId } from '@kring/contracts';
import { DecidingService } from '../deciding/deciding.service.ts';
import { HouseholdCommand, contentOf } from '../deciding/household.command.ts';
import type { Receipt } from '../ledger/ledger.ts';
import { refuseTakeover, takeovers } from './takeovers.ts';

export class RefuseTakeover extends HouseholdCommand {
  @IsPublisherId() takeoverId!: string;
}

@CommandHandler(RefuseTakeover)
export class RefuseTakeoverHandler implements ICommandHandler<RefuseTakeover, Receipt> {
  constructor(private readonly deciding: DecidingService) {}

  execute(command: RefuseTakeover): Promise<Receipt> {
    return this.deciding.decide(command, takeovers, (known) => refuseTakeover(contentOf(command), known));
  }
}
