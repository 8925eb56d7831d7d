import { Module } from '@nestjs/common';
import {
  ContactPersonsModule, DecidingModule, FollowUpModule, InvolvementsModule, MatchesModule, PulseChecksModule, RaiseSignal, ReferralsModule,
  ResidentsModule, Services, SignalsModule, contactPersonsCommands, followUpCommands, involvementsCommands, matchesCommands, pulseChecksCommands,
  referralsCommands, residentsCommands, signalsCommands,
} from '@kring/partner-service';
import { AgreeJointVisit, AgreeJointVisitHandler } from './care-file/agree-joint-visit.command.ts';
import { CancelVisit, CancelVisitHandler } from './care-file/cancel-visit.command.ts';
import { CareFileController } from './care-file/care-file.controller.ts';
import { CloseCareFile, CloseCareFileHandler } from './care-file/close-care-file.command.ts';
import { CompleteVisit, CompleteVisitHandler } from './care-file/complete-visit.command.ts';
import { MoveVisit, MoveVisitHandler } from './care-file/move-visit.command.ts';
import { OpenCareFile, OpenCareFileHandler } from './care-file/open-care-file.command.ts';
import { PlanVisit, PlanVisitHandler } from './care-file/plan-visit.command.ts';

/** Home care: care files and the visits that belong to them. */
@Module({
  imports: [
    DecidingModule, InvolvementsModule, SignalsModule, ResidentsModule, ContactPersonsModule, PulseChecksModule, ReferralsModule, MatchesModule,
    FollowUpModule,
  ],
  controllers: [CareFileController],
  providers: [
    OpenCareFileHandler, CloseCareFileHandler, PlanVisitHandler, MoveVisitHandler, CancelVisitHandler, CompleteVisitHandler, AgreeJointVisitHandler,
  ],
})
export class OmringModule {
  constructor(services: Services) {
    services.offer({
      service: 'omring',
      legalBasis: 'zvw',
      commands: [
        OpenCareFile, CloseCareFile, PlanVisit, MoveVisit, CancelVisit, CompleteVisit, AgreeJointVisit,
        ...involvementsCommands, ...signalsCommands, ...residentsCommands, ...contactPersonsCommands, ...pulseChecksCommands, ...referralsCommands,
        ...matchesCommands, ...followUpCommands,
      ],
      alsoForVolunteers: [RaiseSignal],
    });
  }
}
