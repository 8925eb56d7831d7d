import type { ContractEvent } from './field/published.ts';
import * as advice from './household/advice.ts';
import * as consents from './household/consents.ts';
import * as contactPersons from './household/contact-persons.ts';
import * as followUp from './household/follow-up.ts';
import * as households from './household/households.ts';
import * as involvements from './household/involvements.ts';
import * as matches from './household/matches.ts';
import * as plans from './household/plans.ts';
import * as questions from './household/questions.ts';
import * as referrals from './household/referrals.ts';
import * as signals from './household/signals.ts';
import * as supporters from './household/supporters.ts';
import * as takeovers from './household/takeovers.ts';
import * as visits from './household/visits.ts';
import * as access from './hub/access.ts';
import * as alerts from './hub/alerts.ts';
import * as delivery from './hub/delivery.ts';
import * as privacy from './hub/privacy.ts';

/**
 * Every event about a household, by subject. A new type is a class in the file of its subject, a line here, a title in
 * `titles.ts` and a golden sample in `samples/`; its schema, checks and personal fields follow from the class. A released class
 * changes only by a field that may be left out: anything else is a new version, a new class.
 */
export const householdEvents = [
  households.HouseholdRegisteredData,
  households.MemberJoinedData,
  households.MemberLeftData,
  households.HouseholdMovedData,
  households.HouseholdsMergedData,
  households.HouseholdSplitData,
  households.ShieldingSetData,
  households.ShieldingLiftedData,
  involvements.InvolvementStartedData,
  involvements.InvolvementChangedData,
  involvements.InvolvementEndedData,
  involvements.InvolvementConfirmedData,
  involvements.InvolvementContestedData,
  supporters.SupporterAddedData,
  supporters.SupporterRemovedData,
  contactPersons.ContactPersonProposedData,
  contactPersons.ContactPersonAssignedData,
  contactPersons.ContactPersonHandedOverData,
  contactPersons.ContactPersonReleasedData,
  contactPersons.CoverArrangedData,
  followUp.PulseCheckRecordedData,
  questions.QuestionReceivedData,
  questions.OwnStrengthExploredData,
  questions.ResidentInformedData,
  consents.ConsentGivenData,
  consents.ConsentWithdrawnData,
  consents.ObjectionRaisedData,
  consents.ObjectionDecidedData,
  signals.SignalRaisedData,
  signals.SignalForwardedData,
  signals.SignalAnsweredData,
  signals.ReporterInformedData,
  matches.MatchDetectedData,
  matches.MatchAcknowledgedData,
  matches.CoordinationAgreedData,
  matches.MatchClosedData,
  referrals.ReferralRequestedData,
  referrals.ReferralAcceptedData,
  referrals.ReferralRejectedData,
  referrals.ReferralStartedData,
  referrals.ReferralCompletedData,
  referrals.ReferralCancelledData,
  advice.AdviceRequestedData,
  advice.AdviceGivenData,
  takeovers.TakeoverRequestedData,
  takeovers.TakeoverAcceptedData,
  takeovers.TakeoverRefusedData,
  visits.VisitPlannedData,
  visits.VisitRescheduledData,
  visits.VisitCancelledData,
  visits.VisitCompletedData,
  visits.JointVisitAgreedData,
  plans.PlanAgreedData,
  plans.StepTakenData,
  plans.ParticipationAssessedData,
  followUp.AftercareStartedData,
  followUp.AftercareContactedData,
  followUp.AftercareClosedData,
  followUp.PartnersUpdatedData,
] as const;

/** What the hub itself records: alerts, terms, who looked, what was erased. */
export const hubEvents = [
  alerts.AlertRaisedData,
  alerts.AlertClearedData,
  alerts.DeadlinePassedData,
  access.HouseholdViewedData,
  access.AccessDeniedData,
  access.BreakGlassUsedData,
  access.StreamReplayedData,
  delivery.SubscriptionCreatedData,
  delivery.SubscriptionFailedData,
  privacy.HouseholdKeyDestroyedData,
  privacy.EventCorrectedData,
] as const;

/** An event about a household: switch on its `type` and `data` has the fields of that type. */
export type HouseholdContractEvent = ContractEvent<(typeof householdEvents)[number]>;
export type HubContractEvent = ContractEvent<(typeof hubEvents)[number]>;
export type HouseholdEventType = HouseholdContractEvent['type'];
export type HubEventType = HubContractEvent['type'];
export type EventType = HouseholdEventType | HubEventType;
