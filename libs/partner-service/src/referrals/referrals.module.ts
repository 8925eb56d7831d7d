import { Module } from '@nestjs/common';
import { DecidingModule } from '../deciding/deciding.module.ts';
import { CancelReferralHandler } from './cancel-referral.command.ts';
import { ReferralsController } from './referrals.controller.ts';
import { RequestReferralHandler } from './request-referral.command.ts';

/** Referrals, as whoever asks for them sees them. */
@Module({
  imports: [DecidingModule],
  controllers: [ReferralsController],
  providers: [RequestReferralHandler, CancelReferralHandler],
})
export class ReferralsModule {}
