import { Module } from '@nestjs/common';
import {
  AnswerSignal, ArrangeCover, AssignContactPerson, CancelReferral, ChangeInvolvement, ConfirmInvolvement, ContactPersonsModule, DecidingModule,
  ExploreOwnStrength, ForwardSignal, HandOverContactPerson, InformReporter, InformResident, InvolvementsModule, OwnStrengthModule, PulseChecksModule,
  QuestionsModule, RaiseSignal, ReceiveQuestion, RecordPulseCheck, ReferralsModule, ReleaseContactPerson, RequestReferral, ResidentsModule, Services,
  SignalsModule,
} from '@kring/partner-service';
import { AdviceController } from './advice/advice.controller.ts';
import { AskAdvice, AskAdviceHandler } from './advice/ask-advice.command.ts';
import { GiveAdvice, GiveAdviceHandler } from './advice/give-advice.command.ts';
import { ClientSupportController } from './client-support/client-support.controller.ts';
import { EndClientSupport, EndClientSupportHandler } from './client-support/end-client-support.command.ts';
import { StartClientSupport, StartClientSupportHandler } from './client-support/start-client-support.command.ts';

/** Client support: beside the client, with a specialist to ask, and at most two steps to the right help. */
@Module({
  imports: [DecidingModule, InvolvementsModule, ReferralsModule, ResidentsModule, OwnStrengthModule, QuestionsModule, SignalsModule, PulseChecksModule, ContactPersonsModule],
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
        ChangeInvolvement, ConfirmInvolvement, RequestReferral, CancelReferral, InformResident, ExploreOwnStrength, ReceiveQuestion, RaiseSignal,
        AnswerSignal, ForwardSignal, InformReporter, RecordPulseCheck, AssignContactPerson, HandOverContactPerson, ReleaseContactPerson,
        ArrangeCover,
      ],
      alsoForVolunteers: [RaiseSignal],
    });
  }
}
