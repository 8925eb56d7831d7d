import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { IsCode, IsOneOf, IsPublisherId, Optional, domains, signalKinds, urgencies } from '@kring/contracts';
import type { Domain, SignalKind, Urgency } from '@kring/contracts';
import { DecidingService } from '../deciding/deciding.service.ts';
import { HouseholdCommand, contentOf } from '../deciding/household.command.ts';
import type { Receipt } from '../ledger/ledger.ts';
import { raiseSignal, signals } from './signals.ts';

export class RaiseSignal extends HouseholdCommand {
  @IsPublisherId() signalId!: string;
  @IsOneOf(signalKinds) kind!: SignalKind;
  @IsOneOf(domains) domain!: Domain;
  @IsOneOf(urgencies) urgency!: Urgency;
  /** The partner or team that is asked to look at it. */
  @Optional() @IsCode() addressedTo?: string;
}

@CommandHandler(RaiseSignal)
export class RaiseSignalHandler implements ICommandHandler<RaiseSignal, Receipt> {
  constructor(private readonly deciding: DecidingService) {}

  execute(command: RaiseSignal): Promise<Receipt> {
    return this.deciding.decide(command, signals, (known, at) => raiseSignal(contentOf(command), known, at));
  }
}
