import { Module } from '@nestjs/common';
import { DecidingModule } from '../deciding/deciding.module.ts';
import { AcceptReferral, AcceptReferralHandler } from './accept-referral.command.ts';
import { CancelReferral, CancelReferralHandler } from './cancel-referral.command.ts';
import { CompleteReferral, CompleteReferralHandler } from './complete-referral.command.ts';
import { ReferralsController } from './referrals.controller.ts';
import { RejectReferral, RejectReferralHandler } from './reject-referral.command.ts';
import { RequestReferral, RequestReferralHandler } from './request-referral.command.ts';
import { StartReferral, StartReferralHandler } from './start-referral.command.ts';

export const referralsCommands = [RequestReferral, CancelReferral, AcceptReferral, RejectReferral, StartReferral, CompleteReferral] as const;

/** Referrals: asked for and taken back by one, answered and carried out by another. */
@Module({
  imports: [DecidingModule],
  controllers: [ReferralsController],
  providers: [RequestReferralHandler, CancelReferralHandler, AcceptReferralHandler, RejectReferralHandler, StartReferralHandler, CompleteReferralHandler],
})
export class ReferralsModule {}
