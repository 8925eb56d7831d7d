import { Body } from '@nestjs/common';
import { Command, InExchange, PartnerCommands, PartnerController } from '@kring/partner-service';
import type { Exchange, Receipt } from '@kring/partner-service';
import { RecordConsent } from './record-consent.command.ts';
import { WithdrawConsent } from './withdraw-consent.command.ts';

@PartnerController('consents')
export class ConsentsController {
  constructor(private readonly commands: PartnerCommands) {}

  @Command('consents', 'Record consent of a resident')
  record(@Body() body: RecordConsent, @InExchange() exchange: Exchange): Promise<Receipt> {
    return this.commands.carryOut(body, exchange);
  }

  @Command('consent-withdrawals', 'Record that consent was withdrawn')
  withdraw(@Body() body: WithdrawConsent, @InExchange() exchange: Exchange): Promise<Receipt> {
    return this.commands.carryOut(body, exchange);
  }
}
