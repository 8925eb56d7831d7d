import { Body } from '@nestjs/common';
import { Command, InExchange, PartnerCommands, PartnerController } from '@kring/partner-service';
import type { Exchange, Receipt } from '@kring/partner-service';
import { RaiseObjection } from './raise-objection.command.ts';
import { DecideObjection } from './decide-objection.command.ts';
import { ContestInvolvement } from './contest-involvement.command.ts';

@PartnerController('objections')
export class ObjectionsController {
  constructor(private readonly commands: PartnerCommands) {}

  @Command('objections', 'Raise an objection on behalf of a resident')
  raise(@Body() body: RaiseObjection, @InExchange() exchange: Exchange): Promise<Receipt> {
    return this.commands.carryOut(body, exchange);
  }

  @Command('objection-decisions', 'Decide on an objection')
  decide(@Body() body: DecideObjection, @InExchange() exchange: Exchange): Promise<Receipt> {
    return this.commands.carryOut(body, exchange);
  }

  @Command('involvement-contests', 'Contest an involvement on behalf of a resident')
  contest(@Body() body: ContestInvolvement, @InExchange() exchange: Exchange): Promise<Receipt> {
    return this.commands.carryOut(body, exchange);
  }
}
