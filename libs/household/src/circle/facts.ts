import type { CircleEventType } from '../event-data.ts';
import { contactPersonsPart } from './contact-persons.ts';
import { dwellingPart } from './dwelling.ts';
import type { Happening } from './happening.ts';
import { heardPart } from './heard.ts';
import { involvementsPart } from './involvements.ts';
import { membersPart } from './members.ts';
import type { Part } from './part.ts';
import { pulsePart } from './pulse.ts';
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
  heard: heardPart,
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
