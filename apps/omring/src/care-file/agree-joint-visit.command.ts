import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { IsInstant, IsListOf, OrganisationVisit } from '@kring/contracts';
import { DecidingService, HouseholdCommand, contentOf } from '@kring/partner-service';
import type { Receipt } from '@kring/partner-service';
import { agreeJointVisit, visits } from './visits.ts';

export class AgreeJointVisit extends HouseholdCommand {
  /** The visits that become one; at least one of them is the sender's. */
  @IsListOf(() => OrganisationVisit, { min: 2, max: 20 }) visitIds!: OrganisationVisit[];
  @IsInstant() startsAt!: string;
  @IsInstant() endsAt!: string;
}

@CommandHandler(AgreeJointVisit)
export class AgreeJointVisitHandler implements ICommandHandler<AgreeJointVisit, Receipt> {
  constructor(private readonly deciding: DecidingService) {}

  execute(command: AgreeJointVisit): Promise<Receipt> {
    return this.deciding.decide(command, visits, (known, at) => agreeJointVisit(contentOf(command), known, at));
  }
}
