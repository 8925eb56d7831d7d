import { Body } from '@nestjs/common';
import { Command, InExchange, PartnerCommands, PartnerController } from '@kring/partner-service';
import type { Exchange, Receipt } from '@kring/partner-service';
import { ShieldHousehold } from './shield-household.command.ts';
import { UnshieldHousehold } from './unshield-household.command.ts';

@PartnerController('shielding')
export class ShieldingController {
  constructor(private readonly commands: PartnerCommands) {}

  @Command('shieldings', 'Shield an address or a household')
  shield(@Body() body: ShieldHousehold, @InExchange() exchange: Exchange): Promise<Receipt> {
    return this.commands.carryOut(body, exchange);
  }

  @Command('shielding-liftings', 'Lift a shielding')
  unshield(@Body() body: UnshieldHousehold, @InExchange() exchange: Exchange): Promise<Receipt> {
    return this.commands.carryOut(body, exchange);
  }
}
