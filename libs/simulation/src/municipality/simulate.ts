import { dayOf, dayOfDate, startOfDay, type Day, type Instant } from '@kring/household';
import { posted } from '../deliveries/post.ts';
import { Queue } from '../deliveries/queue.ts';
import { born, maybeThere, moved, shielded } from '../lives/moving.ts';
import { Calendar } from '../stage/calendar.ts';
import { Chance } from '../stage/chance.ts';
import { Telling, type Publisher, type ToldEvent } from '../stage/telling.ts';
import { registered } from '../stage/threads.ts';
import type { Town } from '../town/town.ts';
import { Workforce, type TownCast } from '../town/workforce.ts';
import { chapterFor, quietDays } from './chapters.ts';
import { Population, type Inhabitants } from './inhabitants.ts';

export type Simulated = {
  readonly town: Town;
  readonly households: number;
  readonly years: number;
  /** 1 to 16 letters, digits, full stops, underscores and hyphens; it is in the ids of the events. */
  readonly seed: string;
  /** The last day, as YYYY-MM-DD. Nothing depends on today, so that a seed always gives the same. */
  readonly until?: string;
};

/** An event on its way to the hub; `again` where it was sent before. */
export type Delivery = { readonly at: Instant; readonly partner: string; readonly event: ToldEvent; readonly again: boolean };

export const defaultUntil = '2026-01-01';

const hour = 3_600_000;
const day = 24 * hour;
/** The households that are there at the start come in one upload of the gemeente; the others as they settle. */
const thereAtTheStart = 0.93;
const firstUploadMs = 36 * hour;
/** Within so many days the partners have connected their systems and told what was running. */
const connectedWithinDays = 10;
/** What was running at the start began at most so long before. */
const longestBefore = 150;
/** Of a hundred households without anyone, those to whom something happens that the gemeente knows. */
const eventful = 0.12;

/** A household whose life goes on, and who may come to it. */
type Life = { readonly inhabitants: Inhabitants; readonly cast: TownCast; readonly chance: Chance; readonly chapter: number };

/** Something that is due: an event that arrives, or a household whose life goes on. */
type Due = { readonly delivery: Delivery } | { readonly begin: () => void };

class Municipality {
  readonly #due = new Queue<Due>();
  readonly #firstDay: Day;
  readonly #start: Instant;
  readonly #end: Instant;
  readonly #population: Population;
  readonly #workforces: ReadonlyMap<string, Workforce>;
  /** By code and by source. */
  readonly #publishers: ReadonlyMap<string, Publisher>;

  constructor(private readonly asked: Simulated) {
    const { town, years, seed, until = defaultUntil } = asked;
    const lastDay = dayOfDate(until);
    this.#firstDay = lastDay - Math.round(years * 365.25);
    [this.#start, this.#end] = [startOfDay(this.#firstDay), startOfDay(lastDay)];
    this.#population = new Population(town, seed, this.#calendar(this.#firstDay));
    this.#workforces = new Map(town.areas.map((area) => [area.code, new Workforce(town, area)]));
    this.#publishers = new Map(town.partners.flatMap((partner) => [partner.code, ...partner.sources].map((name) => [name, partner] as const)));
  }

  *deliveries(): Generator<Delivery, void> {
    for (let index = 0; index <= this.asked.households; index += 1) {
      const settled = index < this.asked.households ? this.#settledAt(index) : Infinity;
      yield* this.#dueBefore(settled);
      if (settled < this.#end) this.#settle(index, settled);
    }
  }

  *#dueBefore(instant: Instant): Generator<Delivery, void> {
    while (this.#due.next < Math.min(instant, this.#end)) {
      const { item } = this.#due.take()!;
      if ('delivery' in item) yield item.delivery;
      else item.begin();
    }
  }

  #settledAt(index: number): Instant {
    const there = Math.ceil(this.asked.households * thereAtTheStart);
    if (index < there) return this.#start + Math.floor((index / there) * firstUploadMs);
    return this.#start + firstUploadMs + Math.floor(((index - there + 1) / (this.asked.households - there + 1)) * (this.#end - this.#start - firstUploadMs));
  }

  #settle(index: number, at: Instant): void {
    const inhabitants = this.#population.household(index);
    const chance = new Chance(`${this.asked.seed}:life:${index}`);
    const cast = this.#workforces.get(inhabitants.area.code)!.castFor(chance);
    const here = dayOf(at);
    const isNew = at > this.#start + firstUploadMs;
    const events = this.#told({ inhabitants, chapter: '0' }, here, chance, (tell) => registered(tell, cast.municipality, isNew ? -2 : -chance.between(100, 900)));
    for (const event of events) this.#due.put(at, { delivery: { at, partner: cast.municipality.partner, event, again: false } });
    if (!inhabitants.inView) return this.#perhapsSomething(inhabitants, cast, chance, isNew ? here : this.#firstDay);
    const from = isNew ? here + chance.between(5, 200) : this.#firstDay + chance.between(-longestBefore, Math.round((this.#end - this.#start) / day));
    this.#live({ inhabitants, cast, chance, chapter: 1 }, from);
  }

  #perhapsSomething(inhabitants: Inhabitants, cast: TownCast, chance: Chance, since: Day): void {
    if (!chance.often(eventful)) return;
    const from = since + chance.between(5, Math.round((this.#end - this.#start) / day));
    this.#at(from, () => this.#post(this.#told({ inhabitants, chapter: '1' }, from, chance, (tell) => (chance.often(0.8) ? born : shielded)(tell, cast)), from, chance));
  }

  /** One stretch of life after another, each of which is told when it begins: what is held is what is going on. */
  #live(life: Life, from: Day): void {
    const { inhabitants, cast, chance, chapter } = life;
    this.#at(from, () => {
      const { course, days, care } = chapterFor(chance);
      this.#post(this.#told({ inhabitants, chapter: String(chapter) }, from, chance, (tell) => course(tell, cast, { days, care })), from, chance);
      const next = from + days + quietDays(chance);
      const change = from + days + 20;
      if (chance.often(0.1)) this.#at(change, () => this.#changed(life, change));
      else this.#live({ ...life, chapter: chapter + 1 }, next);
    });
  }

  /** A household changes, and is left alone by this simulation from then on. */
  #changed({ inhabitants, cast, chance, chapter }: Life, from: Day): void {
    this.#post(this.#told({ inhabitants, chapter: `${chapter}m` }, from, chance, (tell) => {
      if (inhabitants.mayMove) moved(tell, cast, this.#population.newAddress(inhabitants.area));
      else maybeThere(tell, cast);
    }), from, chance);
  }

  #at(from: Day, begin: () => void): void {
    const at = Math.max(startOfDay(from), this.#start + firstUploadMs);
    if (at < this.#end) this.#due.put(at, { begin });
  }

  /** Each chapter has ids of its own: what is told in it happens to the same people, and is not the same. */
  #told({ inhabitants: { household, mayMove }, chapter }: { readonly inhabitants: Inhabitants; readonly chapter: string }, from: Day, chance: Chance, story: (tell: Telling) => void): readonly ToldEvent[] {
    const stage = { publisher: (code: string) => this.#publishers.get(code), calendar: this.#calendar(from), chance, prefix: 'sim' };
    const tell = new Telling({ ...household, key: `${household.key}-${chapter}` }, stage, { knownByNumberOnly: mayMove });
    story(tell);
    return tell.events;
  }

  #post(events: readonly ToldEvent[], from: Day, chance: Chance): void {
    const connected = this.#start + firstUploadMs + chance.between(1, connectedWithinDays) * day;
    const after = Math.max(startOfDay(from), this.#start + firstUploadMs);
    for (const event of events) {
      const happened = Date.parse(event.data.occurredAt);
      const partner = this.#partnerOf(event);
      const { logged, deliveries } = posted(happened, partner.kind, chance);
      const before = happened < this.#start;
      const sent: ToldEvent = { ...event, time: new Date(before ? connected : logged).toISOString() };
      for (const [time, arrival] of (before ? [connected] : deliveries).entries()) {
        const at = Math.max(arrival, after);
        if (at < this.#end) this.#due.put(at, { delivery: { at, partner: partner.code, event: sent, again: time > 0 } });
      }
    }
  }

  #partnerOf({ source }: ToldEvent): Publisher {
    const partner = this.#publishers.get(source);
    if (partner) return partner;
    throw new Error(`no partner publishes as ${source}`);
  }

  #calendar(from: Day): Calendar {
    return new Calendar(new Date(startOfDay(from) + 12 * hour));
  }
}

/**
 * What the partners of a municipality tell the hub over some years, in the order in which it reaches the hub: late and twice at
 * times, as it does. The same town and seed give the same events to the letter. What is held at a time is what is going on.
 */
export const simulate = (asked: Simulated): Generator<Delivery, void> => new Municipality(asked).deliveries();
