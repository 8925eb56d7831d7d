import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { IsCode, IsPublisherId } from '@kring/contracts';
import { DecidingService } from '../deciding/deciding.service.ts';
import { HouseholdCommand, contentOf } from '../deciding/household.command.ts';
import type { Receipt } from '../ledger/ledger.ts';
import { forwardSignal, signals } from './signals.ts';

export class ForwardSignal extends HouseholdCommand {
  @IsPublisherId() signalId!: string;
  /** The partner or team that it is for from now on. */
  @IsCode() to!: string;
}

@CommandHandler(ForwardSignal)
export class ForwardSignalHandler implements ICommandHandler<ForwardSignal, Receipt> {
  constructor(private readonly deciding: DecidingService) {}

  execute(command: ForwardSignal): Promise<Receipt> {
    return this.deciding.decide(command, signals, (known, at) => forwardSignal(contentOf(command), known, at));
  }
}
