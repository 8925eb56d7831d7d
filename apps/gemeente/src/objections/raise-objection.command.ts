import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { IsCode, IsPublisherId } from '@kring/contracts';
import { DecidingService, HouseholdCommand, contentOf } from '@kring/partner-service';
import type { Receipt } from '@kring/partner-service';
import { objections, raiseObjection } from './objections.ts';

export class RaiseObjection extends HouseholdCommand {
  @IsPublisherId() objectionId!: string;
  /** What it is against: one of the scopes of consent, or a code of the region's own. */
  @IsCode() scope!: string;
}

@CommandHandler(RaiseObjection)
export class RaiseObjectionHandler implements ICommandHandler<RaiseObjection, Receipt> {
  constructor(private readonly deciding: DecidingService) {}

  execute(command: RaiseObjection): Promise<Receipt> {
    return this.deciding.decide(command, objections, (known) => raiseObjection(contentOf(command), known));
  }
}
