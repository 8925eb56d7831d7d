import { Module } from '@nestjs/common';
import {
  ContactPersonsModule, DecidingModule, FollowUpModule, InvolvementsModule, MatchesModule, OwnStrengthModule, PulseChecksModule, QuestionsModule,
  RaiseSignal, ReferralsModule, ResidentsModule, Services, SignalsModule, contactPersonsCommands, followUpCommands, involvementsCommands,
  matchesCommands, ownStrengthCommands, pulseChecksCommands, questionsCommands, referralsCommands, residentsCommands, signalsCommands,
} from '@kring/partner-service';
import { ConsentsController } from './consents/consents.controller.ts';
import { RecordConsent, RecordConsentHandler } from './consents/record-consent.command.ts';
import { WithdrawConsent, WithdrawConsentHandler } from './consents/withdraw-consent.command.ts';
import { HouseholdController } from './household/household.controller.ts';
import { JoinMember, JoinMemberHandler } from './household/join-member.command.ts';
import { LeaveMember, LeaveMemberHandler } from './household/leave-member.command.ts';
import { MergeHouseholds, MergeHouseholdsHandler } from './household/merge-households.command.ts';
import { MoveHousehold, MoveHouseholdHandler } from './household/move-household.command.ts';
import { RegisterHousehold, RegisterHouseholdHandler } from './household/register-household.command.ts';
import { SplitHousehold, SplitHouseholdHandler } from './household/split-household.command.ts';
import { ContestInvolvement, ContestInvolvementHandler } from './objections/contest-involvement.command.ts';
import { DecideObjection, DecideObjectionHandler } from './objections/decide-objection.command.ts';
import { ObjectionsController } from './objections/objections.controller.ts';
import { RaiseObjection, RaiseObjectionHandler } from './objections/raise-objection.command.ts';
import { EndProvision, EndProvisionHandler } from './provisions/end-provision.command.ts';
import { ProvisionsController } from './provisions/provisions.controller.ts';
import { StartProvision, StartProvisionHandler } from './provisions/start-provision.command.ts';
import { ShieldHousehold, ShieldHouseholdHandler } from './shielding/shield-household.command.ts';
import { ShieldingController } from './shielding/shielding.controller.ts';
import { UnshieldHousehold, UnshieldHouseholdHandler } from './shielding/unshield-household.command.ts';

/** The gemeente: who belongs to a household, who is its one face, and what residents allow and object to. */
@Module({
  imports: [
    DecidingModule, ContactPersonsModule, PulseChecksModule, InvolvementsModule, SignalsModule, ReferralsModule, ResidentsModule, OwnStrengthModule,
    QuestionsModule, MatchesModule, FollowUpModule,
  ],
  controllers: [HouseholdController, ShieldingController, ConsentsController, ObjectionsController, ProvisionsController],
  providers: [
    RegisterHouseholdHandler, MoveHouseholdHandler, JoinMemberHandler, LeaveMemberHandler, MergeHouseholdsHandler, SplitHouseholdHandler,
    ShieldHouseholdHandler, UnshieldHouseholdHandler, RecordConsentHandler, WithdrawConsentHandler, RaiseObjectionHandler, DecideObjectionHandler,
    ContestInvolvementHandler, StartProvisionHandler, EndProvisionHandler,
  ],
})
export class GemeenteModule {
  constructor(services: Services) {
    services.offer({
      service: 'gemeente',
      legalBasis: 'wmo',
      commands: [
        RegisterHousehold, MoveHousehold, JoinMember, LeaveMember, MergeHouseholds, SplitHousehold,
        ShieldHousehold, UnshieldHousehold,
        RecordConsent, WithdrawConsent,
        RaiseObjection, DecideObjection, ContestInvolvement,
        StartProvision, EndProvision,
        ...contactPersonsCommands, ...pulseChecksCommands, ...involvementsCommands, ...signalsCommands, ...referralsCommands, ...residentsCommands,
        ...ownStrengthCommands, ...questionsCommands, ...matchesCommands, ...followUpCommands,
      ],
      alsoForVolunteers: [RaiseSignal],
    });
  }
}
