import { Body } from '@nestjs/common';
import { InExchange } from '../http/exchange.ts';
import type { Exchange } from '../http/exchange.ts';
import { PartnerCommands } from '../http/partner-commands.ts';
import { Command, PartnerController } from '../http/partner-controller.ts';
import type { Receipt } from '../ledger/ledger.ts';
import { AcknowledgeMatch } from './acknowledge-match.command.ts';
import { AgreeCoordination } from './agree-coordination.command.ts';
import { CloseMatch } from './close-match.command.ts';

@PartnerController('matches')
export class MatchesController {
  constructor(private readonly commands: PartnerCommands) {}

  @Command('match-acknowledgements', 'Acknowledge that another organisation is involved too')
  acknowledge(@Body() body: AcknowledgeMatch, @InExchange() exchange: Exchange): Promise<Receipt> {
    return this.commands.carryOut(body, exchange);
  }

  @Command('coordination-agreements', 'Agree who keeps the whole together')
  agree(@Body() body: AgreeCoordination, @InExchange() exchange: Exchange): Promise<Receipt> {
    return this.commands.carryOut(body, exchange);
  }

  @Command('match-closures', 'Close a match with its outcome')
  close(@Body() body: CloseMatch, @InExchange() exchange: Exchange): Promise<Receipt> {
    return this.commands.carryOut(body, exchange);
  }
}
