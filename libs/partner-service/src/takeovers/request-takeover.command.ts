import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { IsCode, IsLocalDate, IsPublisherId, Optional } from '@kring/contracts';
import { DecidingService } from '../deciding/deciding.service.ts';
import { HouseholdCommand, contentOf } from '../deciding/household.command.ts';
import type { Receipt } from '../ledger/ledger.ts';
import { requestTakeover, takeovers } from './takeovers.ts';

export class RequestTakeover extends HouseholdCommand {
  @IsPublisherId() takeoverId!: string;
  @IsCode() to!: string;
  /** Left out, the rule that asks for it refuses the command by its name. */
  @Optional() @IsLocalDate() residentConsultedOn?: string;
}

@CommandHandler(RequestTakeover)
export class RequestTakeoverHandler implements ICommandHandler<RequestTakeover, Receipt> {
  constructor(private readonly deciding: DecidingService) {}

  execute(command: RequestTakeover): Promise<Receipt> {
    return this.deciding.decide(command, takeovers, (known, at) => requestTakeover(contentOf(command), known, at));
  }
}
