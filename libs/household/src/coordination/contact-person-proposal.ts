import type { InvolvementRow } from '@kring/contracts';
import type { CommonData, OpenData } from '../event-data.ts';
import type { HouseholdEvent, Personal } from '../event.ts';
import { isAtLeast } from '../rules/region-rules.ts';
import { about, happened, type HubFact, type Outlook } from './hub-fact.ts';

const proposedType = 'nl.kring.contact-persons.proposed.v1';
const assignedType = 'nl.kring.contact-persons.assigned.v1';
/** With each of these the question who is the one face is asked anew. */
const turns = [assignedType, 'nl.kring.contact-persons.handed-over.v1', 'nl.kring.contact-persons.released.v1', 'nl.kring.takeovers.accepted.v1'];

/** Nobody is the one face of the household, or the one who was has left without a hand-over. */
const faceless: ReadonlySet<string> = new Set(['A01', 'A13']);

/** Those who help without it being their work are not asked to coordinate it. */
const notAsked: ReadonlySet<string> = new Set(['volunteer', 'neighbourhood-connector', 'key-figure', 'carer']);

type Candidate = InvolvementRow<Personal>;
type Choice = { readonly candidate: Candidate; readonly rule: 'resident-preference' | 'longest-involved' };

const longestFirst = (one: Candidate, other: Candidate): number =>
  Date.parse(one.since) - Date.parse(other.since) || (about(one.organisation, one.involvementId) < about(other.organisation, other.involvementId) ? -1 : 1);

/** Professionals who are openly involved now and whose involvement nobody contests. */
const candidatesOf = ({ circle, rules }: Outlook): Candidate[] =>
  circle.involvements
    .filter(({ state, sensitivity, level, role }) => state === 'active' && sensitivity === 'normal' && !notAsked.has(role) && isAtLeast(rules, level, rules.thresholds.A01.fromLevel))
    .sort(longestFirst);

const isOf = (event: HouseholdEvent, { organisation, professional }: Candidate): boolean => {
  const data = event.data as OpenData[typeof assignedType] & CommonData;
  return data.residentPreferred && (data.organisation ?? event.partner) === organisation && data.professional.id === professional.id;
};

/** Whom the resident preferred before and who is still there, the last such first. */
const preferredAmong = (candidates: readonly Candidate[], outlook: Outlook): Candidate | undefined =>
  happened(outlook, assignedType)
    .toReversed()
    .flatMap((event) => candidates.find((candidate) => isOf(event, candidate)) ?? [])[0];

/** The resident's preference, then who is longest involved in the basic team; where nobody is of it, who is longest involved. */
const choiceOf = (outlook: Outlook): Choice | undefined => {
  const candidates = candidatesOf(outlook);
  const preferred = preferredAmong(candidates, outlook);
  if (preferred) return { candidate: preferred, rule: 'resident-preference' };
  const longest = candidates.find(({ level }) => level === 'basic-team') ?? candidates[0];
  return longest && { candidate: longest, rule: 'longest-involved' };
};

/** Who was proposed since the question was asked last is not proposed again. */
const wasProposed = ({ organisation, professional }: Candidate, turn: HouseholdEvent | undefined, outlook: Outlook): boolean =>
  happened(outlook, proposedType)
    .filter(({ occurredAt }) => !turn || Date.parse(occurredAt) >= Date.parse(turn.occurredAt))
    .some(({ data }) => data['organisation'] === organisation && (data as OpenData[typeof assignedType]).professional.id === professional.id);

/**
 * One face per family (S4.15): where there is none, the hub proposes one; a partner assigns. Of the professional only the open
 * part is said: name and numbers are found through the involvement, in its own box.
 */
export const proposeContactPerson = (outlook: Outlook): HubFact[] => {
  const { canonicalId, asOf, alerts } = outlook.circle;
  if (!alerts.some(({ code }) => faceless.has(code))) return [];
  const choice = choiceOf(outlook);
  const turn = happened(outlook, ...turns).at(-1);
  if (!choice || wasProposed(choice.candidate, turn, outlook)) return [];
  const { candidate: { organisation, involvementId, professional: { id, role, team } }, rule } = choice;
  const professional = { id, role, ...(team ? { team } : {}) };
  return [{ type: proposedType, about: about(canonicalId, turn?.uuid ?? '', organisation, id), occurredAt: asOf, data: { professional, organisation, rule, involvementId } }];
};
