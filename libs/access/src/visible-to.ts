import type { SealedCircle } from '@kring/household';
import type { Regions } from '@kring/regions';
import type { Caller } from './caller.ts';
import { auditor } from './policies/auditor.ts';
import { caseworker } from './policies/caseworker.ts';
import { contactPerson, coordinator } from './policies/contact-person.ts';
import { housingCorporation } from './policies/housing-corporation.ts';
import type { Policy, Relation } from './policies/policy.ts';
import { resident } from './policies/resident.ts';
import { relationOf } from './relation.ts';
import { alertsSeen } from './sight/alerts.ts';
import { addressSeen, contactPersonSeen, membersSeen, participationSeen, supportersSeen } from './sight/people.ts';
import { isFor, readingOf } from './sight/reading.ts';
import type { Reading } from './sight/reading.ts';
import { involvementsSeen, matchesSeen, referralsSeen, signalsSeen, visitsSeen } from './sight/work.ts';

const policies: Readonly<Record<Relation, Policy>> = {
  caseworker, 'contact-person': contactPerson, coordinator, corporation: housingCorporation, auditor, resident,
};

/**
 * What the caller sees of a circle, or null where it may not even know of the household. `now` is the circle as it stands: how
 * someone stands to a household is judged by that, also when an earlier circle is read.
 */
export const visibleTo = (caller: Caller, circle: SealedCircle, regions: Regions, now: SealedCircle = circle): SealedCircle | null => {
  const relation = relationOf(caller, now, regions);
  return relation === null ? null : seenUnder(policies[relation], readingOf(caller, circle, now, regions), circle);
};

const seenUnder = (policy: Policy, reading: Reading, whole: SealedCircle): SealedCircle => {
  const involvements = involvementsSeen(policy, reading, whole);
  const seen: SealedCircle = {
    ...whole,
    address: addressSeen(policy, whole),
    members: membersSeen(policy, whole),
    contactPerson: contactPersonSeen(policy, whole),
    involvements,
    supporters: supportersSeen(policy, reading, whole),
    questions: whole.questions.filter(({ organisation, sensitivity }) => policy.recordedBy(reading, organisation) && isFor(policy, reading, organisation, sensitivity)),
    ownStrength: policy.together ? whole.ownStrength : null,
    signals: signalsSeen(policy, reading, whole),
    referralChains: referralsSeen(policy, reading, whole),
    matches: matchesSeen(policy, reading, whole),
    visits: visitsSeen(policy, reading, whole),
    plan: policy.together ? whole.plan : null,
    participation: participationSeen(policy, whole),
    aftercare: policy.together ? whole.aftercare : null,
    consents: whole.consents.filter((consent) => policy.consent(reading, consent)),
    residentInformed: whole.residentInformed.filter(({ organisation }) => policy.recordedBy(reading, organisation)),
    alerts: [],
    hiddenContacts: policy.tellsOfHidden && running(whole.involvements) > running(involvements),
    freshness: [],
  };
  const known = organisationsIn(seen, reading.own);
  for (const { organisation } of whole.freshness) if (policy.heardOf(reading, organisation)) known.add(organisation);
  return {
    ...seen,
    freshness: whole.freshness.filter(({ organisation }) => known.has(organisation)),
    alerts: alertsSeen(policy, reading, { whole, seen, known }),
  };
};

const running = (involvements: SealedCircle['involvements']): number => involvements.filter(({ until }) => until === null).length;

/** Organisations that the reader meets in what it sees. */
const organisationsIn = (seen: SealedCircle, own: string | null): Set<string> => {
  const met = [
    own, seen.contactPerson?.organisation, seen.coordinator?.organisation, seen.aftercare?.organisation,
    ...[...seen.involvements, ...seen.visits, ...seen.questions, ...seen.supporters, ...seen.residentInformed, ...seen.consents].map(({ organisation }) => organisation),
    ...seen.matches.flatMap(({ organisations }) => organisations),
    ...seen.signals.flatMap(({ raisedBy, addressedTo }) => [raisedBy, addressedTo]),
    ...seen.referralChains.flatMap(({ steps }) => steps.flatMap(({ from, to }) => [from, to])),
  ];
  return new Set(met.filter((one) => typeof one === 'string'));
};
