import type { HouseholdFact, LegalBasis, Purpose, Sensitivity } from '@kring/contracts';
import type { CloudEvent } from '@kring/publisher';
import type { Partner, Regions } from '@kring/regions';
import type { Calendar } from './calendar.ts';
import type { Chance } from './chance.ts';
import type { DemoHousehold } from './household.ts';

/** A class of the catalogue, as the pattern of what is told. */
export type Told<Data> = { readonly type: string; new (): Data };
/** A day, or a day at a local time. */
export type When = number | readonly [day: number, time: string];
type Nuance = { readonly sensitivity?: Sensitivity; readonly legalBasis?: LegalBasis };

export type Stage = { readonly regions: Regions; readonly calendar: Calendar; readonly chance: Chance };

const legalBases: Readonly<Record<string, LegalBasis>> = { 'home-care': 'zvw', gp: 'zvw', housing: 'huurrecht' };
/** Those who know a house and not a citizen's number. */
const knowAddresses: ReadonlySet<string> = new Set(['housing', 'welfare', 'first-line']);

const purposes: Readonly<Record<string, Purpose>> = {
  involvements: 'involvement', supporters: 'involvement', households: 'involvement', questions: 'signalling', signals: 'signalling', referrals: 'referral', takeovers: 'referral',
  advice: 'referral', aftercare: 'aftercare', participation: 'monitoring',
};

/** Tells what happened to one household, event by event, each by the partner that saw it. */
export class Telling {
  readonly household: DemoHousehold;
  readonly calendar: Calendar;
  readonly chance: Chance;
  readonly #regions: Regions;
  readonly #knownByNumberOnly: boolean;
  readonly #events: CloudEvent[] = [];
  readonly #minutes = new Map<string, number>();

  constructor(household: DemoHousehold, { regions, calendar, chance }: Stage, { knownByNumberOnly = false } = {}) {
    this.household = household;
    this.calendar = calendar;
    this.chance = chance;
    this.#regions = regions;
    this.#knownByNumberOnly = knownByNumberOnly;
  }

  get events(): readonly CloudEvent[] {
    return this.#events;
  }

  say<Data extends HouseholdFact>(by: string, when: When, told: Told<Data>, data: Omit<Data, keyof HouseholdFact>, nuance: Nuance = {}): void {
    const partner = this.#regions.partner(by);
    if (!partner) throw new Error(`the demonstration needs partner ${by} in a region file`);
    const occurredAt = this.#instant(when);
    this.#events.push({
      specversion: '1.0',
      id: `demo-${this.household.key}-${String(this.#events.length + 1).padStart(3, '0')}`,
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

  #reference({ kind }: Partner): { bsn: string } | { address: DemoHousehold['address'] } {
    const { address, members } = this.household;
    return knowAddresses.has(kind) && !this.#knownByNumberOnly ? { address } : { bsn: members[0].bsn };
  }
}
