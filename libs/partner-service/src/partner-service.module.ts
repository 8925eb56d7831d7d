import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { DecidingService } from './deciding/deciding.service.ts';
import { ChangeInvolvementHandler } from './involvements/change-involvement.command.ts';
import { ConfirmInvolvementHandler } from './involvements/confirm-involvement.command.ts';
import { InvolvementsController } from './involvements/involvements.controller.ts';
import { PartnerCommands } from './http/partner-commands.ts';
import { PulseChecksController } from './pulse-checks/pulse-checks.controller.ts';
import { RecordPulseCheckHandler } from './pulse-checks/record-pulse-check.command.ts';
import { CancelReferralHandler } from './referrals/cancel-referral.command.ts';
import { ReferralsController } from './referrals/referrals.controller.ts';
import { RequestReferralHandler } from './referrals/request-referral.command.ts';
import { InformResidentHandler } from './residents/inform-resident.command.ts';
import { ResidentsController } from './residents/residents.controller.ts';
import { Services } from './deciding/services.ts';
import { AnswerSignalHandler } from './signals/answer-signal.command.ts';
import { ForwardSignalHandler } from './signals/forward-signal.command.ts';
import { InformReporterHandler } from './signals/inform-reporter.command.ts';
import { RaiseSignalHandler } from './signals/raise-signal.command.ts';
import { SignalsController } from './signals/signals.controller.ts';

/**
 * What the five services share, and the commands that several of them offer: those have one route, and each service says in
 * its offer which of them its partners may send. It needs from around it, as global providers: `PARTNER_LEDGER`, `Regions`,
 * `Clock` and what `AccessGuard` asks for.
 */
@Module({
  imports: [CqrsModule],
  controllers: [InvolvementsController, PulseChecksController, ReferralsController, ResidentsController, SignalsController],
  providers: [
    DecidingService,
    PartnerCommands,
    Services,
    ChangeInvolvementHandler,
    ConfirmInvolvementHandler,
    RecordPulseCheckHandler,
    RequestReferralHandler,
    CancelReferralHandler,
    InformResidentHandler,
    RaiseSignalHandler,
    AnswerSignalHandler,
    ForwardSignalHandler,
    InformReporterHandler,
  ],
  exports: [CqrsModule, DecidingService, PartnerCommands, Services],
})
export class PartnerServiceModule {}
