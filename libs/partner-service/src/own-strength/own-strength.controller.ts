import { Body } from '@nestjs/common';
import { InExchange } from '../http/exchange.ts';
import type { Exchange } from '../http/exchange.ts';
import { PartnerCommands } from '../http/partner-commands.ts';
import { Command, PartnerController } from '../http/partner-controller.ts';
import type { Receipt } from '../ledger/ledger.ts';
import { ExploreOwnStrength } from './explore-own-strength.command.ts';

@PartnerController('own strength')
export class OwnStrengthController {
  constructor(private readonly commands: PartnerCommands) {}

  @Command('own-strength-explorations', 'Tell what the household can do itself or with its network')
  explore(@Body() body: ExploreOwnStrength, @InExchange() exchange: Exchange): Promise<Receipt> {
    return this.commands.carryOut(body, exchange);
  }
}
