import { hash } from 'node:crypto';
import { circleAt } from '../../circle/circle-of.ts';
import type { HouseholdEvent, SealedCircle } from '../../event.ts';
import { defaultRules } from '../../rules/default-rules.ts';
import type { RegionRules } from '../../rules/region-rules.ts';
import { household, instant, recorded } from '../../testing/events.ts';
import { coordinate } from '../coordinate.ts';
import type { HubFact, HubFactType } from '../hub-fact.ts';

export const idOf = (text: string): string => hash('sha256', text, 'hex').slice(0, 36);

/** A fact as the hub would find it in its log again. */
export const asEvent = ({ type, about, occurredAt, data }: HubFact, recordedAt = occurredAt): HouseholdEvent => {
  const uuid = idOf(`${type}\0${about}`);
  return { uuid, id: uuid, type, partner: 'hub', householdId: household, position: `~${uuid}`, recordedAt, occurredAt, source: 'urn:hub', sequence: null, data, personal: [] };
};

type At = { readonly rules?: RegionRules };

const drawn = (events: readonly HouseholdEvent[], asOf: string, rules: RegionRules): { circle: SealedCircle; changesAt: string | null } =>
  circleAt(events, { householdId: household, asOf, knownAt: asOf }, rules);

/** What follows at an instant from events that are known then. */
export const decidedAt = (events: readonly HouseholdEvent[], asOf: string, { rules = defaultRules }: At = {}): HubFact[] =>
  coordinate({ circle: drawn(events, asOf, rules).circle, events, rules, idOf });

const firstAfter = (at: string, ...instants: readonly (string | null)[]): string | undefined =>
  instants.filter((one): one is string => one !== null && one > at).sort()[0];

/** A hub that decides whenever it is told something and whenever a term runs out, up to an instant. */
export const hubThatHeard = (told: readonly HouseholdEvent[], { rules = defaultRules }: At = {}) => {
  const events = recorded(told);
  const until = (end: string): HubFact[] => {
    const facts: HubFact[] = [];
    const known = (at: string): HouseholdEvent[] => [...events.filter(({ recordedAt }) => recordedAt <= at), ...facts.map((fact) => asEvent(fact))];
    for (let at = events[0]?.recordedAt; at !== undefined && at <= instant(end); ) {
      facts.push(...decidedAt(known(at), at, { rules }));
      at = firstAfter(at, drawn(known(at), at, rules).changesAt, ...events.map(({ recordedAt }) => recordedAt));
    }
    return facts;
  };
  return { events, until, said: (end: string, ...types: readonly HubFactType[]): HubFact[] => until(end).filter(({ type }) => types.includes(type)) };
};

const short: Readonly<Record<HubFactType, string>> = {
  'nl.kring.matches.detected.v1': 'match',
  'nl.kring.alerts.cleared.v1': 'cleared',
  'nl.kring.alerts.deadline-passed.v1': 'deadline',
  'nl.kring.alerts.raised.v1': 'raised',
  'nl.kring.contact-persons.proposed.v1': 'proposed',
};

/** A fact in a few words, for expectations that read as a story: `raised A01 2026-03-02`. */
export const inWords = ({ type, occurredAt, data }: HubFact): string => {
  const what = data['code'] ?? data['rule'] ?? (data['involvements'] as { organisation: string }[]).map(({ organisation }) => organisation).join('+');
  return `${short[type]} ${String(what)} ${occurredAt.slice(0, 10)}`;
};

/** Facts about one alert, in words. */
export const about = (code: string, facts: readonly HubFact[]): string[] => facts.filter(({ data }) => data['code'] === code).map(inWords);
