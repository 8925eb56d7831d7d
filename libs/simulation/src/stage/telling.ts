import type { HouseholdFact, LegalBasis, Purpose, Sensitivity } from '@kring/contracts';
import type { Calendar } from './calendar.ts';
import type { Chance } from './chance.ts';
import type { ImaginedHousehold } from './household.ts';

/** A class of the catalogue, as the pattern of what is told. */
export type Told<Data> = { readonly type: string; new (): Data };
/** A day, or a day at a local time. */
export type When = number | readonly [day: number, time: string];
type Nuance = { readonly sensitivity?: Sensitivity; readonly legalBasis?: LegalBasis };

/** A partner as the publisher of its events. */
export type Publisher = { readonly code: string; readonly kind: string; readonly sources: readonly string[] };

/** An event as a partner's system sends it. */
export type ToldEvent = {
  specversion: '1.0';
  id: string;
  source: string;
  type: string;
  time: string;
  datacontenttype: 'application/json';
  data: { readonly occurredAt: string } & Readonly<Record<string, unknown>>;
};

export type Stage = {
  /** The partner with this code, where there is one. */
  readonly publisher: (code: string) => Publisher | undefined;
  readonly calendar: Calendar;
  readonly chance: Chance;
  /** What the ids of its events begin with. */
  readonly prefix: string;
};

const legalBases: Readonly<Record<string, LegalBasis>> = {
  'home-care': 'zvw', gp: 'zvw', housing: 'huurrecht', police: 'politiewet', youth: 'jeugdwet', 'social-services': 'participatiewet', 'debt-support': 'wgs', 'mental-health': 'wpg',
};
/** Those who know a house and not a citizen's number. */
const knowAddresses: ReadonlySet<string> = new Set(['housing', 'welfare', 'first-line', 'community-centre', 'volunteers', 'police']);

const purposes: Readonly<Record<string, Purpose>> = {
  involvements: 'involvement', supporters: 'involvement', households: 'involvement', questions: 'signalling', signals: 'signalling', referrals: 'referral', takeovers: 'referral',
  advice: 'referral', aftercare: 'aftercare', participation: 'monitoring',
};

/** Tells what happened to one household, event by event, each by the partner that saw it. */
export class Telling {
  readonly household: ImaginedHousehold;
  readonly calendar: Calendar;
  readonly chance: Chance;
  readonly #publisher: Stage['publisher'];
  readonly #prefix: string;
  readonly #knownByNumberOnly: boolean;
  readonly #events: ToldEvent[] = [];
  readonly #minutes = new Map<string, number>();

  constructor(household: ImaginedHousehold, { publisher, calendar, chance, prefix }: Stage, { knownByNumberOnly = false } = {}) {
    this.household = household;
    this.calendar = calendar;
    this.chance = chance;
    this.#publisher = publisher;
    this.#prefix = prefix;
    this.#knownByNumberOnly = knownByNumberOnly;
  }

  get events(): readonly ToldEvent[] {
    return this.#events;
  }

  say<Data extends HouseholdFact>(by: string, when: When, told: Told<Data>, data: Omit<Data, keyof HouseholdFact>, nuance: Nuance = {}): void {
    const partner = this.#publisher(by);
    if (!partner) throw new Error(`a story needs partner ${by} in a region file`);
    const occurredAt = this.#instant(when);
    this.#events.push({
      specversion: '1.0',
      id: `${this.#prefix}-${this.household.key}-${String(this.#events.length + 1).padStart(3, '0')}`,
      source: partner.sources[0]!,
      type: told.type,
      time: occurredAt,
      datacontenttype: 'application/json',
      data: {
        household: this.#reference(partner),
        occurredAt,
        legalBasis: legalBases[partner.kind] ?? 'wmo',
        purpose: purposes[told.type.split('.')[2] ?? ''] ?? 'coordination',
        ...nuance,
        ...data,
      },
    });
  }

  /** What is told of one day without a time follows each other through that day. */
  #instant(when: When): string {
    if (typeof when !== 'number') return this.calendar.at(...when);
    const date = this.calendar.date(when);
    const minutes = this.#minutes.get(date) ?? 9 * 60 + 10;
    this.#minutes.set(date, minutes + 25);
    return this.calendar.at(when, `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`);
  }

  #reference({ kind }: Publisher): { bsn: string } | { address: ImaginedHousehold['address'] } {
    const { address, members: [{ bsn }] } = this.household;
    return bsn === undefined || (knowAddresses.has(kind) && !this.#knownByNumberOnly) ? { address } : { bsn };
  }
}
