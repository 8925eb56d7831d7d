import { Body } from '@nestjs/common';
import { Command, InExchange, PartnerCommands, PartnerController } from '@kring/partner-service';
import type { Exchange, Receipt } from '@kring/partner-service';
import { StartSocialWork } from './start-social-work.command.ts';
import { EndSocialWork } from './end-social-work.command.ts';

@PartnerController('social work')
export class SocialWorkController {
  constructor(private readonly commands: PartnerCommands) {}

  @Command('social-work-beginnings', 'Start social work')
  start(@Body() body: StartSocialWork, @InExchange() exchange: Exchange): Promise<Receipt> {
    return this.commands.carryOut(body, exchange);
  }

  @Command('social-work-endings', 'End social work')
  end(@Body() body: EndSocialWork, @InExchange() exchange: Exchange): Promise<Receipt> {
    return this.commands.carryOut(body, exchange);
  }
}
