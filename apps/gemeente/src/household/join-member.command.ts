import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { HasShape, IsOneOf, Optional, Person, certainties, residences } from '@kring/contracts';
import type { Certainty, Residence } from '@kring/contracts';
import { DecidingService, HouseholdCommand, contentOf } from '@kring/partner-service';
import type { Receipt } from '@kring/partner-service';
import { households } from './household.ts';
import { joinMember } from './members.ts';

export class JoinMember extends HouseholdCommand {
  @HasShape(() => Person) person!: Person;
  @Optional() @IsOneOf(certainties) certainty?: Certainty;
  @Optional() @IsOneOf(residences) residence?: Residence;
}

@CommandHandler(JoinMember)
export class JoinMemberHandler implements ICommandHandler<JoinMember, Receipt> {
  constructor(private readonly deciding: DecidingService) {}

  execute(command: JoinMember): Promise<Receipt> {
    return this.deciding.decide(command, households, (household) => joinMember({ certainty: 'registered', residence: 'primary', ...contentOf(command) }, household));
  }
}
