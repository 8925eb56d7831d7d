import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { HasShape, IsLocalDate, IsOneOf, IsPublisherId, Optional, Person, Professional, domains, levels } from '@kring/contracts';
import type { Domain, Level } from '@kring/contracts';
import { DecidingService, HouseholdCommand, contentOf, involvements, startInvolvement } from '@kring/partner-service';
import type { Receipt } from '@kring/partner-service';

export class StartProvision extends HouseholdCommand {
  @IsPublisherId() involvementId!: string;
  /** The consultant or officer who looks after it. */
  @HasShape(() => Professional) professional!: Professional;
  @Optional() @IsOneOf(levels) level?: Level;
  @IsOneOf(domains) domain!: Domain;
  /** Whom of the household it is for; everyone where it is left out. */
  @Optional() @HasShape(() => Person) person?: Person;
  @Optional() @IsLocalDate() expectedEnd?: string;
}

@CommandHandler(StartProvision)
export class StartProvisionHandler implements ICommandHandler<StartProvision, Receipt> {
  constructor(private readonly deciding: DecidingService) {}

  execute(command: StartProvision): Promise<Receipt> {
    return this.deciding.decide(command, involvements, (known, at) => startInvolvement({ level: 'basic-team', ...contentOf(command) }, known, at));
  }
}
