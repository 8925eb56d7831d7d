import { Body } from '@nestjs/common';
import { InExchange } from '../http/exchange.ts';
import type { Exchange } from '../http/exchange.ts';
import { PartnerCommands } from '../http/partner-commands.ts';
import { Command, PartnerController } from '../http/partner-controller.ts';
import type { Receipt } from '../ledger/ledger.ts';
import { AnswerSignal } from './answer-signal.command.ts';
import { ForwardSignal } from './forward-signal.command.ts';
import { InformReporter } from './inform-reporter.command.ts';
import { RaiseSignal } from './raise-signal.command.ts';

@PartnerController('signals')
export class SignalsController {
  constructor(private readonly commands: PartnerCommands) {}

  @Command('signals', 'Raise a signal')
  raise(@Body() body: RaiseSignal, @InExchange() exchange: Exchange): Promise<Receipt> {
    return this.commands.carryOut(body, exchange);
  }

  @Command('signal-answers', 'Answer a signal')
  answer(@Body() body: AnswerSignal, @InExchange() exchange: Exchange): Promise<Receipt> {
    return this.commands.carryOut(body, exchange);
  }

  @Command('signal-forwardings', 'Forward a signal to another partner or team')
  forward(@Body() body: ForwardSignal, @InExchange() exchange: Exchange): Promise<Receipt> {
    return this.commands.carryOut(body, exchange);
  }

  @Command('reporter-notices', 'Tell that whoever raised a signal was informed')
  informReporter(@Body() body: InformReporter, @InExchange() exchange: Exchange): Promise<Receipt> {
    return this.commands.carryOut(body, exchange);
  }
}
