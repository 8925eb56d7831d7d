import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { HasShape, IsPublisherId, Professional } from '@kring/contracts';
import { DecidingService } from '../deciding/deciding.service.ts';
import { HouseholdCommand, contentOf } from '../deciding/household.command.ts';
import type { Receipt } from '../ledger/ledger.ts';
import { acceptTakeover, takeovers } from './takeovers.ts';

export class AcceptTakeover extends HouseholdCommand {
  @IsPublisherId() takeoverId!: string;
  /** Who looks after the household from now on. */
  @HasShape(() => Professional) professional!: Professional;
}

@CommandHandler(AcceptTakeover)
export class AcceptTakeoverHandler implements ICommandHandler<AcceptTakeover, Receipt> {
  constructor(private readonly deciding: DecidingService) {}

  execute(command: AcceptTakeover): Promise<Receipt> {
    return this.deciding.decide(command, takeovers, (known, at) => acceptTakeover(contentOf(command), known, at));
  }
}
