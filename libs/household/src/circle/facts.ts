import type { CircleEventType } from '../event-data.ts';
import { aftercarePart } from './aftercare.ts';
import { chroniclePart } from './chronicle.ts';
import { consentsPart } from './consents.ts';
import { contactPersonsPart } from './contact-persons.ts';
import { dwellingPart } from './dwelling.ts';
import type { Happening } from './happening.ts';
import { heardPart } from './heard.ts';
import { involvementsPart } from './involvements.ts';
import { matchesPart } from './matches.ts';
import { membersPart } from './members.ts';
import { objectionsPart } from './objections.ts';
import { ownStrengthPart } from './own-strength.ts';
import type { Part } from './part.ts';
import { participationPart } from './participation.ts';
import { planPart } from './plan.ts';
import { pulsePart } from './pulse.ts';
import { questionsPart } from './questions.ts';
import { referralsPart } from './referrals.ts';
import { residentInformedPart } from './resident-informed.ts';
import { signalsPart } from './signals.ts';
import { supportersPart } from './supporters.ts';
import { visitsPart } from './visits.ts';

const parts = {
  dwelling: dwellingPart,
  members: membersPart,
  contactPersons: contactPersonsPart,
  pulse: pulsePart,
  involvements: involvementsPart,
  supporters: supportersPart,
  signals: signalsPart,
  visits: visitsPart,
  aftercare: aftercarePart,
  consents: consentsPart,
  matches: matchesPart,
  objections: objectionsPart,
  ownStrength: ownStrengthPart,
  participation: participationPart,
  plan: planPart,
  questions: questionsPart,
  referrals: referralsPart,
  residentInformed: residentInformedPart,
  heard: heardPart,
  chronicle: chroniclePart,
};

type Name = keyof typeof parts;

/** What is true of a household after some of its events: the state of every part of the circle. */
export type Facts = { readonly [Key in Name]: ReturnType<(typeof parts)[Key]['empty']> };

type Change = (facts: Facts, happening: Happening) => void;

/** The parts differ in their state; each is only ever handed its own, under its own name. */
const named = Object.entries(parts) as unknown as [Name, Part<unknown>][];

const changesByType = (): ReadonlyMap<string, readonly Change[]> => {
  const changes = new Map<string, Change[]>();
  for (const [name, part] of named) {
    for (const [type, apply] of Object.entries(part.on) as [CircleEventType, (state: unknown, happening: Happening) => void][]) {
      changes.set(type, [...(changes.get(type) ?? []), (facts, happening) => apply(facts[name], happening)]);
    }
  }
  return changes;
};

const changes = changesByType();
const always: readonly Change[] = named.flatMap(([name, { onEvery }]) => (onEvery ? [(facts: Facts, happening: Happening) => onEvery(facts[name], happening)] : []));

/** `ids` are the household's own id and its aliases. */
export const noFacts = (ids: ReadonlySet<string>): Facts => Object.fromEntries(named.map(([name, part]) => [name, part.empty(ids)])) as Facts;

/** Takes one more event into account; events come in the order of the facts. */
export const learn = (facts: Facts, happening: Happening): void => {
  for (const change of always) change(facts, happening);
  for (const change of changes.get(happening.event.type) ?? []) change(facts, happening);
};
