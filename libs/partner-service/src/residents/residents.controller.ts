import { Body } from '@nestjs/common';
import { InExchange } from '../http/exchange.ts';
import type { Exchange } from '../http/exchange.ts';
import { PartnerCommands } from '../http/partner-commands.ts';
import { Command, PartnerController } from '../http/partner-controller.ts';
import type { Receipt } from '../ledger/ledger.ts';
import { InformResident } from './inform-resident.command.ts';

@PartnerController('residents')
export class ResidentsController {
  constructor(private readonly commands: PartnerCommands) {}

  @Command('resident-notices', 'Tell that the resident was informed, or lawfully not yet')
  inform(@Body() body: InformResident, @InExchange() exchange: Exchange): Promise<Receipt> {
    return this.commands.carryOut(body, exchange);
  }
}
