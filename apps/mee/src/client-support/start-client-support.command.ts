import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { HasShape, IsLocalDate, IsOneOf, IsPublisherId, Optional, Person, Professional, levels } from '@kring/contracts';
import type { Level } from '@kring/contracts';
import { DecidingService, HouseholdCommand, contentOf, involvements, startInvolvement } from '@kring/partner-service';
import type { Receipt } from '@kring/partner-service';

export class StartClientSupport extends HouseholdCommand {
  @IsPublisherId() involvementId!: string;
  @HasShape(() => Professional) professional!: Professional;
  @Optional() @IsOneOf(levels) level?: Level;
  /** Whom of the household it is for; everyone where it is left out. */
  @Optional() @HasShape(() => Person) person?: Person;
  @Optional() @IsLocalDate() expectedEnd?: string;
}

@CommandHandler(StartClientSupport)
export class StartClientSupportHandler implements ICommandHandler<StartClientSupport, Receipt> {
  constructor(private readonly deciding: DecidingService) {}

  execute(command: StartClientSupport): Promise<Receipt> {
    return this.deciding.decide(command, involvements, (known, at) => startInvolvement({ level: 'basic-team', domain: 'disability', ...contentOf(command) }, known, at));
  }
}
