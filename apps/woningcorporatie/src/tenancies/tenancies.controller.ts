import { Body } from '@nestjs/common';
import { Command, InExchange, PartnerCommands, PartnerController } from '@kring/partner-service';
import type { Exchange, Receipt } from '@kring/partner-service';
import { StartTenancy } from './start-tenancy.command.ts';
import { EndTenancy } from './end-tenancy.command.ts';
import { StartHousingGuidance } from './start-housing-guidance.command.ts';
import { EndHousingGuidance } from './end-housing-guidance.command.ts';

@PartnerController('tenancies')
export class TenanciesController {
  constructor(private readonly commands: PartnerCommands) {}

  @Command('tenancies', 'Tell that a household rents from the corporation')
  start(@Body() body: StartTenancy, @InExchange() exchange: Exchange): Promise<Receipt> {
    return this.commands.carryOut(body, exchange);
  }

  @Command('tenancy-endings', 'Tell that a tenancy ended')
  end(@Body() body: EndTenancy, @InExchange() exchange: Exchange): Promise<Receipt> {
    return this.commands.carryOut(body, exchange);
  }

  @Command('housing-guidances', 'Tell that a housing consultant guides a tenant')
  startGuidance(@Body() body: StartHousingGuidance, @InExchange() exchange: Exchange): Promise<Receipt> {
    return this.commands.carryOut(body, exchange);
  }

  @Command('housing-guidance-endings', 'Tell that the guidance by a housing consultant ended')
  endGuidance(@Body() body: EndHousingGuidance, @InExchange() exchange: Exchange): Promise<Receipt> {
    return this.commands.carryOut(body, exchange);
  }
}
