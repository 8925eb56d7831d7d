import { Body } from '@nestjs/common';
import { Command, InExchange, PartnerCommands, PartnerController } from '@kring/partner-service';
import type { Exchange, Receipt } from '@kring/partner-service';
import { StartProvision } from './start-provision.command.ts';
import { EndProvision } from './end-provision.command.ts';

@PartnerController('provisions')
export class ProvisionsController {
  constructor(private readonly commands: PartnerCommands) {}

  @Command('provisions', 'Tell that a provision of the gemeente started')
  start(@Body() body: StartProvision, @InExchange() exchange: Exchange): Promise<Receipt> {
    return this.commands.carryOut(body, exchange);
  }

  @Command('provision-endings', 'Tell that a provision of the gemeente ended')
  end(@Body() body: EndProvision, @InExchange() exchange: Exchange): Promise<Receipt> {
    return this.commands.carryOut(body, exchange);
  }
}
