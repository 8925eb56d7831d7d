import { Body } from '@nestjs/common';
import { Command, InExchange, PartnerCommands, PartnerController } from '@kring/partner-service';
import type { Exchange, Receipt } from '@kring/partner-service';
import { OpenCareFile } from './open-care-file.command.ts';
import { CloseCareFile } from './close-care-file.command.ts';
import { PlanVisit } from './plan-visit.command.ts';
import { MoveVisit } from './move-visit.command.ts';
import { CancelVisit } from './cancel-visit.command.ts';
import { CompleteVisit } from './complete-visit.command.ts';
import { AgreeJointVisit } from './agree-joint-visit.command.ts';

@PartnerController('care files')
export class CareFileController {
  constructor(private readonly commands: PartnerCommands) {}

  @Command('care-files', 'Open a care file')
  open(@Body() body: OpenCareFile, @InExchange() exchange: Exchange): Promise<Receipt> {
    return this.commands.carryOut(body, exchange);
  }

  @Command('care-file-closures', 'Close a care file, and take back its planned visits')
  close(@Body() body: CloseCareFile, @InExchange() exchange: Exchange): Promise<Receipt> {
    return this.commands.carryOut(body, exchange);
  }

  @Command('visits', 'Plan a visit')
  planVisit(@Body() body: PlanVisit, @InExchange() exchange: Exchange): Promise<Receipt> {
    return this.commands.carryOut(body, exchange);
  }

  @Command('visit-moves', 'Move a visit to another time')
  moveVisit(@Body() body: MoveVisit, @InExchange() exchange: Exchange): Promise<Receipt> {
    return this.commands.carryOut(body, exchange);
  }

  @Command('visit-cancellations', 'Cancel a visit')
  cancelVisit(@Body() body: CancelVisit, @InExchange() exchange: Exchange): Promise<Receipt> {
    return this.commands.carryOut(body, exchange);
  }

  @Command('visit-completions', 'Tell that a visit took place')
  completeVisit(@Body() body: CompleteVisit, @InExchange() exchange: Exchange): Promise<Receipt> {
    return this.commands.carryOut(body, exchange);
  }

  @Command('joint-visits', 'Agree to come together with another organisation')
  agreeJointVisit(@Body() body: AgreeJointVisit, @InExchange() exchange: Exchange): Promise<Receipt> {
    return this.commands.carryOut(body, exchange);
  }
}
