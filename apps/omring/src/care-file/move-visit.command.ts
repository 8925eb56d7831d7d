import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { IsInstant, IsPublisherId } from '@kring/contracts';
import { DecidingService, HouseholdCommand, contentOf } from '@kring/partner-service';
import type { Receipt } from '@kring/partner-service';
import { moveVisit, visits } from './visits.ts';

export class MoveVisit extends HouseholdCommand {
  @IsPublisherId() visitId!: string;
  @IsInstant() startsAt!: string;
  @IsInstant() endsAt!: string;
}

@CommandHandler(MoveVisit)
export class MoveVisitHandler implements ICommandHandler<MoveVisit, Receipt> {
  constructor(private readonly deciding: DecidingService) {}

  execute(command: MoveVisit): Promise<Receipt> {
    return this.deciding.decide(command, visits, (known) => moveVisit(contentOf(command), known));
  }
}
