import { bsn } from '../support/bsn.ts';
import { chanceFrom, seedOf, uuidFrom, whole, type Chance } from '../support/chance.ts';
import type { HubClient } from '../support/hub-client.ts';
import { event, type CloudEvent } from '../support/events.ts';

/** What a publisher said: about which household, and the how manieth of its words about it. */
export type Said = { readonly event: CloudEvent; readonly household: number; readonly number: number };

export type OfficeOptions = { readonly partner: string; readonly source: string; readonly seed: number };

const eventsARequest = 6;
const firstHouseholds = 25;
const firstBsn = 6_000;
const mostHouseholds = 2_500;
const dayMs = 86_400_000;
const pauseMs = 10;

/**
 * A back office that numbers what it says about each household and sends it again until it is acknowledged. Its first word
 * about a household is that it is involved, so that the hub has matches to find; now and then it plans a visit.
 */
export class Office {
  /** By the id of the event. */
  readonly acknowledged = new Map<string, Said>();
  /** Where the last event that was acknowledged stands in the log. */
  lastPosition = '';
  readonly #numbers = new Map<number, number>();
  readonly #chance: Chance;
  /** What it tells happened in the last weeks, a second after each other. */
  readonly #began = Date.now() - 20 * dayMs;
  #unanswered: readonly Said[] | null = null;
  #households = firstHouseholds;
  #on = true;

  constructor(private readonly options: OfficeOptions) {
    this.#chance = chanceFrom(seedOf(options.seed, options.partner));
  }

  /** Households that nobody spoke of before. */
  meet(more: number): void {
    this.#households = Math.min(this.#households + more, mostHouseholds);
  }

  /** Publishes until it is stopped, or unless it `goesOn` until a request fails; what was not answered is kept for the next time. */
  async publish(hub: HubClient, { goesOn = false } = {}): Promise<void> {
    this.#on = true;
    while (this.#on) {
      const request = (this.#unanswered ??= this.#next());
      const answer = await hub.publish(this.options.partner, request.map((said) => said.event)).catch(() => null);
      if (answer === null && !goesOn) return;
      if (answer === null || answer.status === 503) {
        await new Promise((resume) => setTimeout(resume, pauseMs));
        continue;
      }
      if (answer.status !== 202) throw new Error(`the hub answered ${answer.status}: ${answer.text.slice(0, 500)}`);
      answer.body.results.forEach(({ status }, at) => this.#acknowledge(request[at], status));
      if (answer.body.position > this.lastPosition) this.lastPosition = answer.body.position;
      this.#unanswered = null;
    }
  }

  stop(): void {
    this.#on = false;
  }

  #acknowledge(said: Said | undefined, status: string): void {
    if (!said) throw new Error('an answer to what was not asked');
    if (status !== 'accepted' && status !== 'duplicate') throw new Error(`an event was ${status}`);
    this.acknowledged.set(said.event.id, said);
  }

  #next(): readonly Said[] {
    return Array.from({ length: eventsARequest }, () => {
      const household = whole(this.#chance, 0, this.#households - 1);
      const number = (this.#numbers.get(household) ?? 0) + 1;
      this.#numbers.set(household, number);
      return { household, number, event: { ...event(this.options.source, this.#word(household, number)), id: uuidFrom(this.#chance) } };
    });
  }

  #word(household: number, number: number): { type: string; data: Record<string, unknown> } {
    const about = `${this.options.partner}-${household}-${number}`;
    const common = { household: { bsn: bsn(firstBsn + household) }, occurredAt: new Date(this.#began + number * 1_000).toISOString(), legalBasis: 'wmo', purpose: 'involvement' };
    const professional = { id: `p-${household}`, name: `Werker ${household}`, role: 'social-worker' };
    if (number === 1) return { type: 'involvements.started', data: { ...common, involvementId: about, professional, level: 'basic-team', domain: 'care' } };
    if (this.#chance() < 0.1) return { type: 'visits.planned', data: { ...common, visitId: about, professional, ...this.#slot() } };
    return { type: 'questions.received', data: { ...common, questionId: about, kind: 'question', about: 'self', initiatedBy: 'resident' } };
  }

  #slot(): { startsAt: string; endsAt: string } {
    const starts = this.#began + 40 * dayMs + whole(this.#chance, 0, 200) * 3_600_000;
    return { startsAt: new Date(starts).toISOString(), endsAt: new Date(starts + 3_600_000).toISOString() };
  }
}

/** The how manieth word about its household an event of an office is. */
export const numberIn = (data: Readonly<Record<string, unknown>>): number =>
  Number(String(data['questionId'] ?? data['visitId'] ?? data['involvementId']).split('-').at(-1));

/** The BSNs of the households that every office speaks of from the start. */
export const householdBsns = (): string[] => Array.from({ length: firstHouseholds }, (_, at) => bsn(firstBsn + at));
