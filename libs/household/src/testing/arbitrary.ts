import fc from 'fast-check';
import type { CircleEventType, CommonData, OpenData } from '../event-data.ts';
import type { HouseholdEvent } from '../event.ts';
import { told } from './events.ts';
import { worker } from './story.ts';

/** What may happen in a household, in no sensible order at all: partners say what they like. */

const partners = ['gemeente-assen', 'noordermaat', 'omring', 'mee-drenthe'] as const;
const start = Date.parse('2026-03-01T06:00:00Z');
const minute = 60_000;
const days = 24 * 60;

const partner = fc.constantFrom(...partners);
const id = fc.constantFrom('1', '2', '3');
const professional = fc.constantFrom('w-1', 'w-2').map((name) => worker(name));
const level = fc.constantFrom('own-network', 'neighbourhood', 'basic-team', 'specialist');
const trend = fc.constantFrom('improving' as const, 'stable' as const);
const date = fc.integer({ min: 0, max: 150 }).map((day) => new Date(start + day * days * minute).toISOString().slice(0, 10));
const person = fc.constantFrom('p_1', 'p_2', 'p_3').map((personId) => ({ personId }));
const slot = fc.tuple(fc.integer({ min: 0, max: 6 * 48 }), fc.integer({ min: 1, max: 4 })).map(([halfHours, length]) => ({
  startsAt: new Date(start + 40 * days * minute + halfHours * 30 * minute).toISOString(),
  endsAt: new Date(start + 40 * days * minute + (halfHours + length) * 30 * minute).toISOString(),
}));
const common = fc.record({ legalBasis: fc.constantFrom('wmo', 'consent'), sensitivity: fc.constantFrom('normal' as const, 'hidden' as const, 'brokered' as const) }, { requiredKeys: [] });
const openly = fc.record({ legalBasis: fc.constantFrom('wmo', 'consent') });

const data: { readonly [Type in CircleEventType]: fc.Arbitrary<OpenData[Type]> } = {
  'nl.kring.households.registered.v1': fc.record({ members: fc.array(person, { minLength: 1, maxLength: 3 }), area: fc.constant('de-lariks') }),
  'nl.kring.households.member-joined.v1': fc.record({ person, certainty: fc.constantFrom('registered' as const, 'possible' as const), residence: fc.constant('primary' as const) }),
  'nl.kring.households.member-left.v1': fc.record({ person }),
  'nl.kring.households.moved.v1': fc.record({ area: fc.constant('de-lariks') }),
  'nl.kring.households.merged.v1': fc.record({ from: fc.constant(['h-2']) }),
  'nl.kring.households.split.v1': fc.record({ into: fc.tuple(person).map((members) => [{ householdId: 'h-3', members }]) }),
  'nl.kring.households.shielded.v1': fc.record({ scope: fc.constant('address' as const) }),
  'nl.kring.households.unshielded.v1': fc.record({ scope: fc.constant('address' as const) }),
  'nl.kring.involvements.started.v1': fc.record({ involvementId: id, professional, level, domain: fc.constant('care') }),
  'nl.kring.involvements.changed.v1': fc.record({ involvementId: id, level }),
  'nl.kring.involvements.ended.v1': fc.record({ involvementId: id, reason: fc.constant('completed') }),
  'nl.kring.involvements.confirmed.v1': fc.record({ involvementId: id }),
  'nl.kring.involvements.contested.v1': fc.record({ involvementId: id }),
  'nl.kring.supporters.added.v1': fc.record({ supporterId: id, kind: fc.constant('neighbour'), agreed: fc.boolean() }),
  'nl.kring.supporters.removed.v1': fc.record({ supporterId: id }),
  'nl.kring.contact-persons.assigned.v1': fc.record({ professional, residentPreferred: fc.boolean() }),
  'nl.kring.contact-persons.handed-over.v1': fc.record({ from: professional, to: professional, toOrganisation: partner }),
  'nl.kring.contact-persons.released.v1': fc.constant({}),
  'nl.kring.contact-persons.cover-arranged.v1': fc.record({ professional, until: date }),
  'nl.kring.pulse-checks.recorded.v1': fc.record({ channel: fc.constant('phone'), trend, nextDue: date }, { requiredKeys: ['channel', 'trend'] }),
  'nl.kring.questions.received.v1': fc.record({ questionId: id, kind: fc.constant('question'), about: fc.constant('self'), initiatedBy: fc.constant('resident') }),
  'nl.kring.own-strength.explored.v1': fc.record({ together: fc.boolean(), networkInvolved: fc.boolean(), result: fc.constantFrom('self' as const, 'network' as const) }),
  'nl.kring.residents.informed.v1': fc.record({ about: fc.constant('involvement') }),
  'nl.kring.consents.given.v1': fc.record({ scope: fc.constant('share-involvement'), expiresOn: date }, { requiredKeys: ['scope'] }),
  'nl.kring.consents.withdrawn.v1': fc.record({ scope: fc.constant('share-involvement') }),
  'nl.kring.objections.raised.v1': fc.record({ objectionId: id, scope: fc.constant('share-visits') }),
  'nl.kring.objections.decided.v1': fc.record({ objectionId: id, upheld: fc.boolean() }),
  'nl.kring.signals.raised.v1': fc.record({ signalId: id, kind: fc.constant('loneliness'), domain: fc.constant('welfare'), urgency: fc.constantFrom('low' as const, 'normal' as const, 'urgent' as const) }),
  'nl.kring.signals.forwarded.v1': fc.record({ signalId: id, to: partner }),
  'nl.kring.signals.answered.v1': fc.record({ signalId: id, outcome: fc.constant('taken-up') }),
  'nl.kring.signals.reporter-informed.v1': fc.record({ signalId: id }),
  'nl.kring.matches.detected.v1': fc.record({ matchId: id, involvements: fc.array(fc.record({ organisation: partner, involvementId: id }), { minLength: 2, maxLength: 3 }) }),
  'nl.kring.matches.acknowledged.v1': fc.record({ matchId: id }),
  'nl.kring.matches.coordination-agreed.v1': fc.record({ matchId: id, owner: professional }),
  'nl.kring.matches.closed.v1': fc.record({ matchId: id, outcome: fc.constant('one-plan') }),
  'nl.kring.referrals.requested.v1': fc.record({ referralId: id, chainId: fc.constantFrom('c-1', 'c-2'), to: partner, discipline: fc.constant('psychologist'), level }),
  'nl.kring.referrals.accepted.v1': fc.record({ referralId: id }),
  'nl.kring.referrals.rejected.v1': fc.record({ referralId: id, reason: fc.constant('capacity') }),
  'nl.kring.referrals.started.v1': fc.record({ referralId: id }),
  'nl.kring.referrals.completed.v1': fc.record({ referralId: id }),
  'nl.kring.referrals.cancelled.v1': fc.record({ referralId: id }),
  'nl.kring.takeovers.requested.v1': fc.record({ takeoverId: id, to: partner }),
  'nl.kring.takeovers.accepted.v1': fc.record({ takeoverId: id, professional }),
  'nl.kring.visits.planned.v1': slot.chain((planned) => fc.record({ visitId: id, professional }).map((visit) => ({ ...visit, ...planned }))),
  'nl.kring.visits.rescheduled.v1': slot.chain((moved) => fc.record({ visitId: id }).map((visit) => ({ ...visit, ...moved }))),
  'nl.kring.visits.cancelled.v1': fc.record({ visitId: id }),
  'nl.kring.visits.completed.v1': fc.record({ visitId: id }),
  'nl.kring.visits.joint-agreed.v1': slot.chain((joint) => fc.array(fc.record({ organisation: partner, visitId: id }), { minLength: 2, maxLength: 3 }).map((visitIds) => ({ visitIds, ...joint }))),
  'nl.kring.plans.agreed.v1': fc.record({ planId: id, version: fc.nat({ max: 9 }), goals: fc.constant([]) }),
  'nl.kring.participation.step-taken.v1': fc.record({ area: fc.constant('learn') }),
  'nl.kring.participation.assessed.v1': fc.record({ level: fc.integer({ min: 1, max: 6 }) }),
  'nl.kring.aftercare.started.v1': fc.record({ until: date }),
  'nl.kring.aftercare.contacted.v1': fc.record({ trend }),
  'nl.kring.aftercare.closed.v1': fc.constant({}),
  'nl.kring.partners.updated.v1': fc.record({ recipients: fc.tuple(partner), trend }),
};

export const everyType = Object.keys(data) as CircleEventType[];

/** What makes most of a circle happens more often than the rest. */
const frequent: readonly CircleEventType[] = ['nl.kring.involvements.started.v1', 'nl.kring.visits.planned.v1', 'nl.kring.referrals.requested.v1', 'nl.kring.signals.raised.v1', 'nl.kring.signals.answered.v1', 'nl.kring.involvements.ended.v1'];
const type = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...everyType) }, { weight: 2, arbitrary: fc.constantFrom(...frequent) });

const happened = (also: fc.Arbitrary<CommonData>) =>
  type.chain((one) => fc.tuple(fc.constant(one), partner, data[one] as fc.Arbitrary<OpenData[CircleEventType]>, also));

/** Between one happening and the next: minutes at times, weeks at others, never nothing. */
const pause = fc.oneof(fc.integer({ min: 1, max: 90 }), fc.integer({ min: 90, max: 3 * days }), fc.integer({ min: 3 * days, max: 9 * days }));

type Step = { readonly what: readonly [CircleEventType, string, OpenData[CircleEventType], CommonData]; readonly after: number };

/** Events of one household in the order of the facts, no two at the same instant. */
export const history = (also: fc.Arbitrary<CommonData> = common, most = 40): fc.Arbitrary<HouseholdEvent[]> =>
  fc.array(fc.record({ what: happened(also), after: pause }), { minLength: 1, maxLength: most, size: 'max' }).map((steps: readonly Step[]) => {
    let at = start;
    return steps.map(({ what: [type, by, what, also], after }, index) => {
      at += after * minute;
      return told(by, new Date(at).toISOString(), type, { ...what, ...also }, { id: `e-${index}`, uuid: `u-${index}`, personal: ['/professional/name', '/label'] });
    });
  });

/** The same with nothing that is hidden or brokered. */
export const openHistory = history(openly);

/** An instant in or after such a history. */
export const moment = fc.oneof(fc.integer({ min: 0, max: 60 * days }), fc.integer({ min: 0, max: 420 * days })).map((minutes) => new Date(start + minutes * minute).toISOString());
