import { Body } from '@nestjs/common';
import { InExchange } from '../http/exchange.ts';
import type { Exchange } from '../http/exchange.ts';
import { PartnerCommands } from '../http/partner-commands.ts';
import { Command, PartnerController } from '../http/partner-controller.ts';
import type { Receipt } from '../ledger/ledger.ts';
import { RecordPulseCheck } from './record-pulse-check.command.ts';

@PartnerController('pulse checks')
export class PulseChecksController {
  constructor(private readonly commands: PartnerCommands) {}

  @Command('pulse-checks', 'Record how the household is doing')
  record(@Body() body: RecordPulseCheck, @InExchange() exchange: Exchange): Promise<Receipt> {
    return this.commands.carryOut(body, exchange);
  }
}
