import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { HasShape, Person } from '@kring/contracts';
import { DecidingService, HouseholdCommand, contentOf } from '@kring/partner-service';
import type { Receipt } from '@kring/partner-service';
import { households } from './household.ts';
import { leaveMember } from './members.ts';

export class LeaveMember extends HouseholdCommand {
  @HasShape(() => Person) person!: Person;
}

@CommandHandler(LeaveMember)
export class LeaveMemberHandler implements ICommandHandler<LeaveMember, Receipt> {
  constructor(private readonly deciding: DecidingService) {}

  execute(command: LeaveMember): Promise<Receipt> {
    return this.deciding.decide(command, households, (household) => leaveMember(contentOf(command), household));
  }
}
