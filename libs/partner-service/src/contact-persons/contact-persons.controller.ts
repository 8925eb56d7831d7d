import { Body } from '@nestjs/common';
import { InExchange } from '../http/exchange.ts';
import type { Exchange } from '../http/exchange.ts';
import { PartnerCommands } from '../http/partner-commands.ts';
import { Command, PartnerController } from '../http/partner-controller.ts';
import type { Receipt } from '../ledger/ledger.ts';
import { ArrangeCover } from './arrange-cover.command.ts';
import { AssignContactPerson } from './assign-contact-person.command.ts';
import { HandOverContactPerson } from './hand-over-contact-person.command.ts';
import { ReleaseContactPerson } from './release-contact-person.command.ts';

@PartnerController('contact persons')
export class ContactPersonsController {
  constructor(private readonly commands: PartnerCommands) {}

  @Command('contact-persons', 'Assign the one contact person of a household')
  assign(@Body() body: AssignContactPerson, @InExchange() exchange: Exchange): Promise<Receipt> {
    return this.commands.carryOut(body, exchange);
  }

  @Command('contact-person-handovers', 'Hand over to another contact person')
  handOver(@Body() body: HandOverContactPerson, @InExchange() exchange: Exchange): Promise<Receipt> {
    return this.commands.carryOut(body, exchange);
  }

  @Command('contact-person-releases', 'Release the contact person')
  release(@Body() body: ReleaseContactPerson, @InExchange() exchange: Exchange): Promise<Receipt> {
    return this.commands.carryOut(body, exchange);
  }

  @Command('contact-person-covers', 'Let a colleague stand in')
  arrangeCover(@Body() body: ArrangeCover, @InExchange() exchange: Exchange): Promise<Receipt> {
    return this.commands.carryOut(body, exchange);
  }
}
