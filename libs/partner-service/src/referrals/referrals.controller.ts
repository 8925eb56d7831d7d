import { Body } from '@nestjs/common';
import { InExchange } from '../http/exchange.ts';
import type { Exchange } from '../http/exchange.ts';
import { PartnerCommands } from '../http/partner-commands.ts';
import { Command, PartnerController } from '../http/partner-controller.ts';
import type { Receipt } from '../ledger/ledger.ts';
import { AcceptReferral } from './accept-referral.command.ts';
import { CancelReferral } from './cancel-referral.command.ts';
import { CompleteReferral } from './complete-referral.command.ts';
import { RejectReferral } from './reject-referral.command.ts';
import { RequestReferral } from './request-referral.command.ts';
import { StartReferral } from './start-referral.command.ts';

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

  @Command('referral-acceptances', 'Accept a referral')
  accept(@Body() body: AcceptReferral, @InExchange() exchange: Exchange): Promise<Receipt> {
    return this.commands.carryOut(body, exchange);
  }

  @Command('referral-rejections', 'Reject a referral')
  reject(@Body() body: RejectReferral, @InExchange() exchange: Exchange): Promise<Receipt> {
    return this.commands.carryOut(body, exchange);
  }

  @Command('referral-starts', 'Tell that the help that was asked for started')
  start(@Body() body: StartReferral, @InExchange() exchange: Exchange): Promise<Receipt> {
    return this.commands.carryOut(body, exchange);
  }

  @Command('referral-completions', 'Tell that a referral is completed')
  complete(@Body() body: CompleteReferral, @InExchange() exchange: Exchange): Promise<Receipt> {
    return this.commands.carryOut(body, exchange);
  }
}
