import { Body } from '@nestjs/common';
import { InExchange } from '../http/exchange.ts';
import type { Exchange } from '../http/exchange.ts';
import { PartnerCommands } from '../http/partner-commands.ts';
import { Command, PartnerController } from '../http/partner-controller.ts';
import type { Receipt } from '../ledger/ledger.ts';
import { ReceiveQuestion } from './receive-question.command.ts';

@PartnerController('questions')
export class QuestionsController {
  constructor(private readonly commands: PartnerCommands) {}

  @Command('questions', 'Receive a question, problem, idea, concern or initiative')
  receive(@Body() body: ReceiveQuestion, @InExchange() exchange: Exchange): Promise<Receipt> {
    return this.commands.carryOut(body, exchange);
  }
}
