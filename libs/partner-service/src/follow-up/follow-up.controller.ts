import { Body } from '@nestjs/common';
import { InExchange } from '../http/exchange.ts';
import type { Exchange } from '../http/exchange.ts';
import { PartnerCommands } from '../http/partner-commands.ts';
import { Command, PartnerController } from '../http/partner-controller.ts';
import type { Receipt } from '../ledger/ledger.ts';
import { CloseAftercare } from './close-aftercare.command.ts';
import { ContactForAftercare } from './contact-for-aftercare.command.ts';
import { StartAftercare } from './start-aftercare.command.ts';
import { UpdatePartners } from './update-partners.command.ts';

@PartnerController('follow-up')
export class FollowUpController {
  constructor(private readonly commands: PartnerCommands) {}

  @Command('aftercares', 'Start aftercare')
  start(@Body() body: StartAftercare, @InExchange() exchange: Exchange): Promise<Receipt> {
    return this.commands.carryOut(body, exchange);
  }

  @Command('aftercare-contacts', 'Tell how the household is doing in aftercare')
  contact(@Body() body: ContactForAftercare, @InExchange() exchange: Exchange): Promise<Receipt> {
    return this.commands.carryOut(body, exchange);
  }

  @Command('aftercare-closures', 'Close aftercare')
  close(@Body() body: CloseAftercare, @InExchange() exchange: Exchange): Promise<Receipt> {
    return this.commands.carryOut(body, exchange);
  }

  @Command('partner-updates', 'Tell that the other partners know how it goes')
  updatePartners(@Body() body: UpdatePartners, @InExchange() exchange: Exchange): Promise<Receipt> {
    return this.commands.carryOut(body, exchange);
  }
}
