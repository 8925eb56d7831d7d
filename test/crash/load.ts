import { event, type CloudEvent } from '../support/events.ts';
import { bsn } from '../support/bsn.ts';
import type { RunningHub } from '../support/hub.ts';

export type Chance = () => number;

/** Numbers from 0 to 1 that follow from a seed (mulberry32), so that a run can be repeated. */
export const chanceFrom = (seed: number): Chance => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

/** What a publisher was promised: the event is in the log, at this position. */
export type Acknowledged = { readonly event: CloudEvent; readonly household: number; readonly number: number; readonly position: string };

type Request = { readonly events: CloudEvent[]; readonly about: { readonly household: number; readonly number: number }[] };

const households = 25;
const eventsARequest = 12;
const firstBsn = 6_000;

/** A back office that numbers what it says about each household and sends it again until it is acknowledged. */
export class Office {
  readonly acknowledged = new Map<string, Acknowledged>();
  readonly #numbers = new Map<number, number>();
  #unanswered: Request | null = null;
  #on = true;
  /** What it tells happened in the last weeks, a second after each other. */
  private readonly began = Date.now() - 20 * 86_400_000;

  constructor(private readonly partner: string, private readonly source: string, private readonly chance: Chance) {}

  /** Publishes until it is stopped or the hub is gone; what was not answered is kept for the next time. */
  async publish(hub: RunningHub): Promise<void> {
    this.#on = true;
    while (this.#on) {
      const request = (this.#unanswered ??= this.#next());
      const answer = await hub.publish(this.partner, request.events).catch(() => null);
      if (answer === null) return;
      if (answer.status === 503) continue;
      if (answer.status !== 202) throw new Error(`the hub answered ${answer.status}: ${answer.text.slice(0, 300)}`);
      answer.body.results.forEach((result, at) => this.#acknowledge(request, at, result));
      this.#unanswered = null;
    }
  }

  stop(): void {
    this.#on = false;
  }

  #acknowledge({ events, about }: Request, at: number, result: { status: string; position?: string }): void {
    const [sent, one] = [events[at], about[at]];
    if (!sent || !one) throw new Error('an answer to what was not asked');
    if (result.status !== 'accepted' && result.status !== 'duplicate') throw new Error(`an event was ${result.status}`);
    this.acknowledged.set(sent.id, { event: sent, ...one, position: result.position ?? '' });
  }

  #next(): Request {
    const about = Array.from({ length: eventsARequest }, () => {
      const household = Math.floor(this.chance() * households);
      const number = (this.#numbers.get(household) ?? 0) + 1;
      this.#numbers.set(household, number);
      return { household, number };
    });
    return { about, events: about.map(({ household, number }) => this.#question(household, number)) };
  }

  #question(household: number, number: number): CloudEvent {
    const data = {
      household: { bsn: bsn(firstBsn + household) }, occurredAt: new Date(this.began + number * 1_000).toISOString(), legalBasis: 'wmo', purpose: 'involvement',
      questionId: `${this.partner}-${household}-${number}`, kind: 'question', about: 'self', initiatedBy: 'resident',
    };
    return event(this.source, { type: 'questions.received', data });
  }
}

/** The BSNs of all households that the offices speak of. */
export const householdBsns = (): string[] => Array.from({ length: households }, (_, at) => bsn(firstBsn + at));
