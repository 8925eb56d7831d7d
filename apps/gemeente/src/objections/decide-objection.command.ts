import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { IsBoolean } from 'class-validator';
import { IsPublisherId } from '@kring/contracts';
import { DecidingService, HouseholdCommand, contentOf } from '@kring/partner-service';
import type { Receipt } from '@kring/partner-service';
import { decideObjection, objections } from './objections.ts';

export class DecideObjection extends HouseholdCommand {
  @IsPublisherId() objectionId!: string;
  @IsBoolean() upheld!: boolean;
}

@CommandHandler(DecideObjection)
export class DecideObjectionHandler implements ICommandHandler<DecideObjection, Receipt> {
  constructor(private readonly deciding: DecidingService) {}

  execute(command: DecideObjection): Promise<Receipt> {
    return this.deciding.decide(command, objections, (known) => decideObjection(contentOf(command), known));
  }
}
