import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { IsBoolean } from 'class-validator';
import { IsCode, IsPublisherId, Optional } from '@kring/contracts';
import { DecidingService, HouseholdCommand, contentOf } from '@kring/partner-service';
import type { Receipt } from '@kring/partner-service';
import { advice, askAdvice } from './advice.ts';

export class AskAdvice extends HouseholdCommand {
  @IsPublisherId() adviceId!: string;
  /** Of the specialist who is asked. */
  @IsCode() discipline!: string;
  /** Whether the adviser hears no names; so it is where this is left out. */
  @Optional() @IsBoolean() anonymous?: boolean;
}

@CommandHandler(AskAdvice)
export class AskAdviceHandler implements ICommandHandler<AskAdvice, Receipt> {
  constructor(private readonly deciding: DecidingService) {}

  execute(command: AskAdvice): Promise<Receipt> {
    return this.deciding.decide(command, advice, (known) => askAdvice({ anonymous: true, ...contentOf(command) }, known));
  }
}
