import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { IsPublisherId } from '@kring/contracts';
import { DecidingService } from '../deciding/deciding.service.ts';
import { HouseholdCommand, contentOf } from '../deciding/household.command.ts';
import type { Receipt } from '../ledger/ledger.ts';
import { informReporter, signals } from './signals.ts';

export class InformReporter extends HouseholdCommand {
  @IsPublisherId() signalId!: string;
}

@CommandHandler(InformReporter)
export class InformReporterHandler implements ICommandHandler<InformReporter, Receipt> {
  constructor(private readonly deciding: DecidingService) {}

  execute(command: InformReporter): Promise<Receipt> {
    return this.deciding.decide(command, signals, (known) => informReporter(contentOf(command), known));
  }
}
