import { Module } from '@nestjs/common';
import {
  AnswerSignal, ArrangeCover, AssignContactPerson, CancelReferral, ChangeInvolvement, ConfirmInvolvement, ContactPersonsModule, DecidingModule,
  ExploreOwnStrength, ForwardSignal, HandOverContactPerson, InformReporter, InformResident, InvolvementsModule, OwnStrengthModule, PulseChecksModule,
  QuestionsModule, RaiseSignal, ReceiveQuestion, RecordPulseCheck, ReferralsModule, ReleaseContactPerson, RequestReferral, ResidentsModule, Services,
  SignalsModule,
} from '@kring/partner-service';
import { EndSocialWork, EndSocialWorkHandler } from './social-work/end-social-work.command.ts';
import { SocialWorkController } from './social-work/social-work.controller.ts';
import { StartSocialWork, StartSocialWorkHandler } from './social-work/start-social-work.command.ts';
import { MatchVolunteer, MatchVolunteerHandler } from './volunteers/match-volunteer.command.ts';
import { ReleaseVolunteer, ReleaseVolunteerHandler } from './volunteers/release-volunteer.command.ts';
import { VolunteersController } from './volunteers/volunteers.controller.ts';

/** Welfare: social work, volunteers, and the questions and signals of the neighbourhood. */
@Module({
  imports: [DecidingModule, InvolvementsModule, SignalsModule, OwnStrengthModule, QuestionsModule, ResidentsModule, PulseChecksModule, ReferralsModule, ContactPersonsModule],
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
        ChangeInvolvement, ConfirmInvolvement, RaiseSignal, AnswerSignal, ForwardSignal, InformReporter, ExploreOwnStrength, ReceiveQuestion,
        InformResident, RecordPulseCheck, RequestReferral, CancelReferral, AssignContactPerson, HandOverContactPerson, ReleaseContactPerson,
        ArrangeCover,
      ],
      alsoForVolunteers: [RaiseSignal, ReceiveQuestion],
    });
  }
}
