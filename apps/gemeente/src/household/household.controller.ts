import { Body } from '@nestjs/common';
import { Command, InExchange, PartnerCommands, PartnerController } from '@kring/partner-service';
import type { Exchange, Receipt } from '@kring/partner-service';
import { RegisterHousehold } from './register-household.command.ts';
import { MoveHousehold } from './move-household.command.ts';
import { JoinMember } from './join-member.command.ts';
import { LeaveMember } from './leave-member.command.ts';
import { MergeHouseholds } from './merge-households.command.ts';
import { SplitHousehold } from './split-household.command.ts';

@PartnerController('households')
export class HouseholdController {
  constructor(private readonly commands: PartnerCommands) {}

  @Command('households', 'Register a household')
  register(@Body() body: RegisterHousehold, @InExchange() exchange: Exchange): Promise<Receipt> {
    return this.commands.carryOut(body, exchange);
  }

  @Command('household-moves', 'Tell that a household moved')
  move(@Body() body: MoveHousehold, @InExchange() exchange: Exchange): Promise<Receipt> {
    return this.commands.carryOut(body, exchange);
  }

  @Command('members', 'Tell that someone joined a household')
  join(@Body() body: JoinMember, @InExchange() exchange: Exchange): Promise<Receipt> {
    return this.commands.carryOut(body, exchange);
  }

  @Command('member-departures', 'Tell that someone left a household')
  leave(@Body() body: LeaveMember, @InExchange() exchange: Exchange): Promise<Receipt> {
    return this.commands.carryOut(body, exchange);
  }

  @Command('household-mergers', 'Tell that households turn out to be one')
  merge(@Body() body: MergeHouseholds, @InExchange() exchange: Exchange): Promise<Receipt> {
    return this.commands.carryOut(body, exchange);
  }

  @Command('household-splits', 'Tell that some go on as a household of their own')
  split(@Body() body: SplitHousehold, @InExchange() exchange: Exchange): Promise<Receipt> {
    return this.commands.carryOut(body, exchange);
  }
}
