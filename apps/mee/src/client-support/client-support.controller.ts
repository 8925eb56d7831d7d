import { Body } from '@nestjs/common';
import { Command, InExchange, PartnerCommands, PartnerController } from '@kring/partner-service';
import type { Exchange, Receipt } from '@kring/partner-service';
import { StartClientSupport } from './start-client-support.command.ts';
import { EndClientSupport } from './end-client-support.command.ts';

@PartnerController('client support')
export class ClientSupportController {
  constructor(private readonly commands: PartnerCommands) {}

  @Command('client-support-beginnings', 'Start client support')
  start(@Body() body: StartClientSupport, @InExchange() exchange: Exchange): Promise<Receipt> {
    return this.commands.carryOut(body, exchange);
  }

  @Command('client-support-endings', 'End client support')
  end(@Body() body: EndClientSupport, @InExchange() exchange: Exchange): Promise<Receipt> {
    return this.commands.carryOut(body, exchange);
  }
}
