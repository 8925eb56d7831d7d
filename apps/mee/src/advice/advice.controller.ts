import { Body } from '@nestjs/common';
import { Command, InExchange, PartnerCommands, PartnerController } from '@kring/partner-service';
import type { Exchange, Receipt } from '@kring/partner-service';
import { AskAdvice } from './ask-advice.command.ts';
import { GiveAdvice } from './give-advice.command.ts';

@PartnerController('advice')
export class AdviceController {
  constructor(private readonly commands: PartnerCommands) {}

  @Command('advice-questions', 'Ask a specialist to think along')
  ask(@Body() body: AskAdvice, @InExchange() exchange: Exchange): Promise<Receipt> {
    return this.commands.carryOut(body, exchange);
  }

  @Command('advice-answers', 'Tell that advice was given')
  give(@Body() body: GiveAdvice, @InExchange() exchange: Exchange): Promise<Receipt> {
    return this.commands.carryOut(body, exchange);
  }
}
