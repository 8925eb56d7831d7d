import type { HouseholdEvent, SealedCircle } from '../event.ts';
import type { RegionRules } from '../rules/region-rules.ts';

/** What the hub has to say of a household of its own accord, still without an envelope. */
export type HubFact = {
  readonly type: HubFactType;
  /** What makes it this fact and no other: decided twice, it is the same event. */
  readonly about: string;
  readonly occurredAt: string;
  readonly data: Readonly<Record<string, unknown>>;
};

/** In the order in which facts of one instant are told. */
export const hubFactTypes = [
  'nl.kring.matches.detected.v1',
  'nl.kring.alerts.cleared.v1',
  'nl.kring.alerts.deadline-passed.v1',
  'nl.kring.alerts.raised.v1',
  'nl.kring.contact-persons.proposed.v1',
] as const;
export type HubFactType = (typeof hubFactTypes)[number];

const told: ReadonlySet<string> = new Set(hubFactTypes);

/** Whether an event is such a fact, told before. The hub also tells of merges and splits; those are no decisions of this kind. */
export const isHubFact = ({ partner, type }: Pick<HouseholdEvent, 'partner' | 'type'>): boolean => partner === 'hub' && told.has(type);

/** What the hub looks at when it decides: the household as it was at one instant, by what was known then. */
export type Outlook = {
  /** Drawn for the instant of the decision: `circle.asOf` is when the hub decides. */
  readonly circle: SealedCircle;
  /** The household's events as they were known then, the hub's own among them. */
  readonly events: readonly HouseholdEvent[];
  readonly rules: RegionRules;
  /** Makes an id of at most 40 characters that follows from the text and from nothing else. */
  readonly idOf: (text: string) => string;
};

/** Several words as one text that no other words make. */
export const about = (...words: readonly (string | number)[]): string => words.join('\u0000');

/** Those among the events that had happened by the instant of the decision, the earliest first. */
export const happened = ({ circle, events }: Outlook, ...types: readonly string[]): HouseholdEvent[] => {
  const asOf = Date.parse(circle.asOf);
  return events
    .filter((event) => types.includes(event.type) && Date.parse(event.occurredAt) <= asOf)
    .sort((one, other) => Date.parse(one.occurredAt) - Date.parse(other.occurredAt) || (one.position < other.position ? -1 : 1));
};
