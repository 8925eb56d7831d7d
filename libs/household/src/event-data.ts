import type { Sensitivity, Trend } from '@kring/contracts';

/** What stays open of a person: the name and the birth date are sealed, the BSN is gone. */
export type OpenPerson = { readonly personId?: string; readonly relation?: string };
export type OpenProfessional = { readonly id: string; readonly role: string; readonly team?: string };

/** The open fields that every household event may carry. */
export type CommonData = { readonly organisation?: string; readonly legalBasis?: string; readonly sensitivity?: Sensitivity };

type Slot = { readonly startsAt: string; readonly endsAt: string };
type Involvement = { readonly involvementId: string };
type Signal = { readonly signalId: string };
type Match = { readonly matchId: string };
type Referral = { readonly referralId: string };
type Visit = { readonly visitId: string };

/** The open data of each event that the circle is made of, as the fold reads it; the door has checked it against the contract. */
export type OpenData = {
  'nl.kring.households.registered.v1': { readonly members: readonly OpenPerson[]; readonly area: string };
  'nl.kring.households.member-joined.v1': { readonly person: OpenPerson; readonly certainty: 'registered' | 'possible'; readonly residence: 'primary' | 'also' };
  'nl.kring.households.member-left.v1': { readonly person: OpenPerson };
  'nl.kring.households.moved.v1': { readonly area: string };
  'nl.kring.households.merged.v1': { readonly from: readonly string[] };
  'nl.kring.households.split.v1': { readonly into: readonly { readonly householdId: string; readonly members: readonly OpenPerson[] }[] };
  'nl.kring.households.shielded.v1': { readonly scope: 'address' | 'household' };
  'nl.kring.households.unshielded.v1': { readonly scope: 'address' | 'household' };
  'nl.kring.involvements.started.v1': Involvement & { readonly professional: OpenProfessional; readonly level: string; readonly domain: string; readonly person?: string | OpenPerson; readonly expectedEnd?: string };
  'nl.kring.involvements.changed.v1': Involvement & { readonly professional?: OpenProfessional; readonly level?: string; readonly domain?: string; readonly expectedEnd?: string };
  'nl.kring.involvements.ended.v1': Involvement & { readonly reason: string };
  'nl.kring.involvements.confirmed.v1': Involvement;
  'nl.kring.involvements.contested.v1': Involvement;
  'nl.kring.supporters.added.v1': { readonly supporterId: string; readonly kind: string; readonly agreed: boolean };
  'nl.kring.supporters.removed.v1': { readonly supporterId: string };
  'nl.kring.contact-persons.assigned.v1': { readonly professional: OpenProfessional; readonly residentPreferred: boolean };
  'nl.kring.contact-persons.handed-over.v1': { readonly from: OpenProfessional; readonly to: OpenProfessional; readonly toOrganisation?: string };
  'nl.kring.contact-persons.released.v1': object;
  'nl.kring.contact-persons.cover-arranged.v1': { readonly professional: OpenProfessional; readonly until: string };
  'nl.kring.pulse-checks.recorded.v1': { readonly channel: string; readonly trend: Trend; readonly nextDue?: string };
  'nl.kring.questions.received.v1': { readonly questionId: string; readonly kind: string; readonly about: string; readonly initiatedBy: string };
  'nl.kring.own-strength.explored.v1': { readonly together: boolean; readonly networkInvolved: boolean; readonly result: 'self' | 'network' | 'support-needed' };
  'nl.kring.residents.informed.v1': { readonly about: string; readonly deferredReason?: string };
  'nl.kring.consents.given.v1': { readonly scope: string; readonly withOrganisations?: readonly string[]; readonly expiresOn?: string };
  'nl.kring.consents.withdrawn.v1': { readonly scope: string };
  'nl.kring.objections.raised.v1': { readonly objectionId: string; readonly scope: string };
  'nl.kring.objections.decided.v1': { readonly objectionId: string; readonly upheld: boolean };
  'nl.kring.signals.raised.v1': Signal & { readonly kind: string; readonly domain: string; readonly urgency: 'low' | 'normal' | 'urgent'; readonly addressedTo?: string };
  'nl.kring.signals.forwarded.v1': Signal & { readonly to: string };
  'nl.kring.signals.answered.v1': Signal & { readonly outcome: string };
  'nl.kring.signals.reporter-informed.v1': Signal;
  'nl.kring.matches.detected.v1': Match & { readonly involvements: readonly { readonly organisation: string; readonly involvementId: string }[] };
  'nl.kring.matches.acknowledged.v1': Match;
  'nl.kring.matches.coordination-agreed.v1': Match & { readonly owner: OpenProfessional };
  'nl.kring.matches.closed.v1': Match & { readonly outcome: string };
  'nl.kring.referrals.requested.v1': Referral & { readonly chainId: string; readonly to: string; readonly discipline?: string; readonly level: string; readonly reasonForExtraStep?: string };
  'nl.kring.referrals.accepted.v1': Referral;
  'nl.kring.referrals.rejected.v1': Referral & { readonly reason: string };
  'nl.kring.referrals.started.v1': Referral;
  'nl.kring.referrals.completed.v1': Referral;
  'nl.kring.referrals.cancelled.v1': Referral;
  'nl.kring.takeovers.requested.v1': { readonly takeoverId: string; readonly to: string };
  'nl.kring.takeovers.accepted.v1': { readonly takeoverId: string; readonly professional: OpenProfessional };
  'nl.kring.visits.planned.v1': Visit & Slot & { readonly professional: OpenProfessional };
  'nl.kring.visits.rescheduled.v1': Visit & Slot;
  'nl.kring.visits.cancelled.v1': Visit;
  'nl.kring.visits.completed.v1': Visit;
  'nl.kring.visits.joint-agreed.v1': Slot & { readonly visitIds: readonly { readonly organisation: string; readonly visitId: string }[] };
  'nl.kring.plans.agreed.v1': { readonly planId: string; readonly version: number; readonly goals: readonly { readonly domain: string; readonly aim: 'improve' | 'keep-stable' }[] };
  'nl.kring.participation.step-taken.v1': { readonly area: string };
  'nl.kring.participation.assessed.v1': { readonly level: number };
  'nl.kring.aftercare.started.v1': { readonly until: string };
  'nl.kring.aftercare.contacted.v1': { readonly trend: Trend };
  'nl.kring.aftercare.closed.v1': object;
  'nl.kring.partners.updated.v1': { readonly recipients: readonly string[]; readonly trend: Trend };
};

export type CircleEventType = keyof OpenData;
