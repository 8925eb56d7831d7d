import { Body } from '@nestjs/common';
import { InExchange } from '../http/exchange.ts';
import type { Exchange } from '../http/exchange.ts';
import type { Receipt } from '../ledger/ledger.ts';
import { PartnerCommands } from '../http/partner-commands.ts';
import { Command, PartnerController } from '../http/partner-controller.ts';
import { RequestReferral } from './request-referral.command.ts';
import { CancelReferral } from './cancel-referral.command.ts';

@PartnerController('referrals')
export class ReferralsController {
  constructor(private readonly commands: PartnerCommands) {}

  @Command('referrals', 'Refer the household to another partner or team')
  request(@Body() body: RequestReferral, @InExchange() exchange: Exchange): Promise<Receipt> {
    return this.commands.carryOut(body, exchange);
  }

  @Command('referral-cancellations', 'Take a referral back')
  cancel(@Body() body: CancelReferral, @InExchange() exchange: Exchange): Promise<Receipt> {
    return this.commands.carryOut(body, exchange);
  }
}
