import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { IsPublisherId } from '@kring/contracts';
import { DecidingService, HouseholdCommand, contentOf } from '@kring/partner-service';
import type { Receipt } from '@kring/partner-service';
import { advice, giveAdvice } from './advice.ts';

export class GiveAdvice extends HouseholdCommand {
  @IsPublisherId() adviceId!: string;
}

@CommandHandler(GiveAdvice)
export class GiveAdviceHandler implements ICommandHandler<GiveAdvice, Receipt> {
  constructor(private readonly deciding: DecidingService) {}

  execute(command: GiveAdvice): Promise<Receipt> {
    return this.deciding.decide(command, advice, (known) => giveAdvice(contentOf(command), known));
  }
}
