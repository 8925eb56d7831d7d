import { Module } from '@nestjs/common';
import {
  ContactPersonsModule, DecidingModule, FollowUpModule, InvolvementsModule, MatchesModule, OwnStrengthModule, PulseChecksModule, QuestionsModule,
  RaiseSignal, ReferralsModule, ResidentsModule, Services, SignalsModule, TakeoversModule, contactPersonsCommands, followUpCommands,
  involvementsCommands, matchesCommands, ownStrengthCommands, pulseChecksCommands, questionsCommands, referralsCommands, residentsCommands,
  signalsCommands, takeoversCommands,
} from '@kring/partner-service';
import { AdviceController } from './advice/advice.controller.ts';
import { AskAdvice, AskAdviceHandler } from './advice/ask-advice.command.ts';
import { GiveAdvice, GiveAdviceHandler } from './advice/give-advice.command.ts';
import { ClientSupportController } from './client-support/client-support.controller.ts';
import { EndClientSupport, EndClientSupportHandler } from './client-support/end-client-support.command.ts';
import { StartClientSupport, StartClientSupportHandler } from './client-support/start-client-support.command.ts';

/** Client support: beside the client, with a specialist to ask, and at most two steps to the right help. */
@Module({
  imports: [
    DecidingModule, InvolvementsModule, ReferralsModule, ResidentsModule, OwnStrengthModule, QuestionsModule, SignalsModule, PulseChecksModule,
    ContactPersonsModule, MatchesModule, TakeoversModule, FollowUpModule,
  ],
  controllers: [ClientSupportController, AdviceController],
  providers: [
    StartClientSupportHandler, EndClientSupportHandler, AskAdviceHandler, GiveAdviceHandler,
  ],
})
export class MeeModule {
  constructor(services: Services) {
    services.offer({
      service: 'mee',
      legalBasis: 'wmo',
      commands: [
        StartClientSupport, EndClientSupport,
        AskAdvice, GiveAdvice,
        ...involvementsCommands, ...referralsCommands, ...residentsCommands, ...ownStrengthCommands, ...questionsCommands, ...signalsCommands,
        ...pulseChecksCommands, ...contactPersonsCommands, ...matchesCommands, ...takeoversCommands, ...followUpCommands,
      ],
      alsoForVolunteers: [RaiseSignal],
    });
  }
}
