import { Body } from '@nestjs/common';
import { InExchange } from '../http/exchange.ts';
import type { Exchange } from '../http/exchange.ts';
import { PartnerCommands } from '../http/partner-commands.ts';
import { Command, PartnerController } from '../http/partner-controller.ts';
import type { Receipt } from '../ledger/ledger.ts';
import { AcceptTakeover } from './accept-takeover.command.ts';
import { RefuseTakeover } from './refuse-takeover.command.ts';
import { RequestTakeover } from './request-takeover.command.ts';

@PartnerController('takeovers')
export class TakeoversController {
  constructor(private readonly commands: PartnerCommands) {}

  @Command('takeovers', 'Ask another team to take the household over')
  request(@Body() body: RequestTakeover, @InExchange() exchange: Exchange): Promise<Receipt> {
    return this.commands.carryOut(body, exchange);
  }

  @Command('takeover-acceptances', 'Accept a takeover')
  accept(@Body() body: AcceptTakeover, @InExchange() exchange: Exchange): Promise<Receipt> {
    return this.commands.carryOut(body, exchange);
  }

  @Command('takeover-refusals', 'Refuse a takeover')
  refuse(@Body() body: RefuseTakeover, @InExchange() exchange: Exchange): Promise<Receipt> {
    return this.commands.carryOut(body, exchange);
  }
}
