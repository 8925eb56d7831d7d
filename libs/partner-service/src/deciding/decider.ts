import type { Mandate, Service } from '@kring/regions';

/** A class of the published language: its `type`, and the shape of its data. */
export type EventClass = { readonly type: string; readonly prototype: object };

/** What every household event says besides its own content; the deciding service adds it. */
export type CommonField = 'household' | 'occurredAt' | 'legalBasis' | 'purpose' | 'sensitivity';

/** The own content of an event class. */
export type Content<Class extends EventClass> = Omit<Class['prototype'], CommonField>;

/** What a decision leads to. */
export type Fact<Class extends EventClass = EventClass> = Class extends EventClass
  ? { readonly type: Class['type']; readonly data: Content<Class> }
  : never;

type PersonalKey = 'name' | 'birthDate' | 'bsn' | 'phone' | 'email' | 'label' | 'address' | 'deferredReason' | 'reasonForExtraStep' | 'title';
type IsFreeText<T> = string extends T ? true : false;

/** Data as the log keeps it: what is personal is sealed, so a decider cannot rest a decision on it. */
export type Open<T> = T extends readonly (infer Item)[]
  ? Open<Item>[]
  : T extends object
    ? { [Key in keyof T as Key extends PersonalKey ? never : Key extends 'reason' ? (IsFreeText<T[Key]> extends true ? never : Key) : Key]: Open<T[Key]> }
    : T;

/** A fact as it is read back. `occurredAt` is when it happened, whenever it was told; `partner` is who told it. */
export type Past<Class extends EventClass> = Class extends EventClass
  ? { readonly type: Class['type']; readonly data: Open<Content<Class>>; readonly occurredAt: string; readonly partner: string }
  : never;

/** How the facts that a slice listens to add up. */
export type Decider<State, Class extends EventClass = EventClass> = {
  readonly initial: State;
  readonly listensTo: readonly Class[];
  readonly evolve: (state: State, event: Past<Class>) => State;
};

/** What is known when a decision is made, besides the state: instants in UTC, RFC 3339. */
export type Circumstances = {
  readonly partner: string;
  readonly service: Service;
  /** What the partner's region lets it decide besides its own involvement. */
  readonly mandates: readonly Mandate[];
  readonly now: string;
  readonly occurredAt: string;
};

export type Decide<State> = (state: State, circumstances: Circumstances) => readonly Fact[];

export const fact = <Class extends EventClass>(event: Class, data: Content<Class>): Fact<Class> => ({ type: event.type, data }) as Fact<Class>;

/** Any event, as the fold takes it. */
export type Heard = { readonly type: string; readonly data: object; readonly occurredAt: string; readonly partner: string; readonly position?: string };

/**
 * The state after these events. They count in the order in which they happened, as in the circle: a fact that was told late
 * takes its own place.
 */
export const stateOf = <State, Class extends EventClass>(decider: Decider<State, Class>, events: readonly Heard[]): State => {
  const types = new Set<string>(decider.listensTo.map(({ type }) => type));
  return events
    .filter(({ type }) => types.has(type))
    .map((event) => ({ ...event, occurredAt: new Date(event.occurredAt).toISOString() }))
    .toSorted(asItHappened)
    .reduce((state, event) => decider.evolve(state, event as unknown as Past<Class>), decider.initial);
};

const asItHappened = (one: Heard, other: Heard): number => compare(one.occurredAt, other.occurredAt) || compare(one.position ?? '', other.position ?? '');

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
