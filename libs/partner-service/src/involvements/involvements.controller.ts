import { Body } from '@nestjs/common';
import { InExchange } from '../http/exchange.ts';
import type { Exchange } from '../http/exchange.ts';
import { PartnerCommands } from '../http/partner-commands.ts';
import { Command, PartnerController } from '../http/partner-controller.ts';
import type { Receipt } from '../ledger/ledger.ts';
import { ChangeInvolvement } from './change-involvement.command.ts';
import { ConfirmInvolvement } from './confirm-involvement.command.ts';

@PartnerController('involvements')
export class InvolvementsController {
  constructor(private readonly commands: PartnerCommands) {}

  @Command('involvement-changes', 'Tell of another professional, level, domain or expected end')
  change(@Body() body: ChangeInvolvement, @InExchange() exchange: Exchange): Promise<Receipt> {
    return this.commands.carryOut(body, exchange);
  }

  @Command('involvement-confirmations', 'Confirm that the partner is still involved')
  confirm(@Body() body: ConfirmInvolvement, @InExchange() exchange: Exchange): Promise<Receipt> {
    return this.commands.carryOut(body, exchange);
  }
}
