import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { IsBoolean } from 'class-validator';
import { IsLabel, IsPublisherId } from '@kring/contracts';
import { DecidingService, HouseholdCommand, addSupporter, contentOf, supporters } from '@kring/partner-service';
import type { Receipt } from '@kring/partner-service';

export class MatchVolunteer extends HouseholdCommand {
  @IsPublisherId() supporterId!: string;
  /** What the household calls them. */
  @IsLabel() label!: string;
  /** Whether they agreed to be shown in the circle. */
  @IsBoolean() agreed!: boolean;
}

@CommandHandler(MatchVolunteer)
export class MatchVolunteerHandler implements ICommandHandler<MatchVolunteer, Receipt> {
  constructor(private readonly deciding: DecidingService) {}

  execute(command: MatchVolunteer): Promise<Receipt> {
    return this.deciding.decide(command, supporters, (known) => addSupporter({ ...contentOf(command), kind: 'volunteer' }, known));
  }
}
