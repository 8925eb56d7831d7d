import { Body } from '@nestjs/common';
import { Command, InExchange, PartnerCommands, PartnerController } from '@kring/partner-service';
import type { Exchange, Receipt } from '@kring/partner-service';
import { AppointConnector } from './appoint-connector.command.ts';
import { DismissConnector } from './dismiss-connector.command.ts';

@PartnerController('neighbourhood connectors')
export class ConnectorsController {
  constructor(private readonly commands: PartnerCommands) {}

  @Command('connector-appointments', 'Let a neighbourhood connector look in on a household')
  appoint(@Body() body: AppointConnector, @InExchange() exchange: Exchange): Promise<Receipt> {
    return this.commands.carryOut(body, exchange);
  }

  @Command('connector-departures', 'Tell that a neighbourhood connector stopped')
  dismiss(@Body() body: DismissConnector, @InExchange() exchange: Exchange): Promise<Receipt> {
    return this.commands.carryOut(body, exchange);
  }
}
