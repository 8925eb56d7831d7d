import { Body } from '@nestjs/common';
import { Command, InExchange, PartnerCommands, PartnerController } from '@kring/partner-service';
import type { Exchange, Receipt } from '@kring/partner-service';
import { MatchVolunteer } from './match-volunteer.command.ts';
import { ReleaseVolunteer } from './release-volunteer.command.ts';

@PartnerController('volunteers')
export class VolunteersController {
  constructor(private readonly commands: PartnerCommands) {}

  @Command('volunteer-matches', 'Match a volunteer to a household')
  match(@Body() body: MatchVolunteer, @InExchange() exchange: Exchange): Promise<Receipt> {
    return this.commands.carryOut(body, exchange);
  }

  @Command('volunteer-departures', 'Tell that a volunteer stopped')
  release(@Body() body: ReleaseVolunteer, @InExchange() exchange: Exchange): Promise<Receipt> {
    return this.commands.carryOut(body, exchange);
  }
}
