import { Module } from '@nestjs/common';
import {
  ContactPersonsModule, DecidingModule, FollowUpModule, InvolvementsModule, MatchesModule, OwnStrengthModule, PulseChecksModule, QuestionsModule,
  RaiseSignal, ReceiveQuestion, ReferralsModule, ResidentsModule, Services, SignalsModule, TakeoversModule, contactPersonsCommands, followUpCommands,
  involvementsCommands, matchesCommands, ownStrengthCommands, pulseChecksCommands, questionsCommands, referralsCommands, residentsCommands,
  signalsCommands, takeoversCommands,
} from '@kring/partner-service';
import { EndSocialWork, EndSocialWorkHandler } from './social-work/end-social-work.command.ts';
import { SocialWorkController } from './social-work/social-work.controller.ts';
import { StartSocialWork, StartSocialWorkHandler } from './social-work/start-social-work.command.ts';
import { MatchVolunteer, MatchVolunteerHandler } from './volunteers/match-volunteer.command.ts';
import { ReleaseVolunteer, ReleaseVolunteerHandler } from './volunteers/release-volunteer.command.ts';
import { VolunteersController } from './volunteers/volunteers.controller.ts';

/** Welfare: social work, volunteers, and the questions and signals of the neighbourhood. */
@Module({
  imports: [
    DecidingModule, InvolvementsModule, SignalsModule, OwnStrengthModule, QuestionsModule, ResidentsModule, PulseChecksModule, ReferralsModule,
    ContactPersonsModule, MatchesModule, TakeoversModule, FollowUpModule,
  ],
  controllers: [SocialWorkController, VolunteersController],
  providers: [
    StartSocialWorkHandler, EndSocialWorkHandler, MatchVolunteerHandler, ReleaseVolunteerHandler,
  ],
})
export class NoordermaatModule {
  constructor(services: Services) {
    services.offer({
      service: 'noordermaat',
      legalBasis: 'wmo',
      commands: [
        StartSocialWork, EndSocialWork,
        MatchVolunteer, ReleaseVolunteer,
        ...involvementsCommands, ...signalsCommands, ...ownStrengthCommands, ...questionsCommands, ...residentsCommands, ...pulseChecksCommands,
        ...referralsCommands, ...contactPersonsCommands, ...matchesCommands, ...takeoversCommands, ...followUpCommands,
      ],
      alsoForVolunteers: [RaiseSignal, ReceiveQuestion],
    });
  }
}
