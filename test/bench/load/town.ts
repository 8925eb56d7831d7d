import { event, type CloudEvent } from '../../support/events.ts';
import type { HubProcess } from '../../support/hub-process.ts';
import { requestBytes } from './connection.ts';
import { Follower } from './follower.ts';
import type { Lines } from './lines.ts';
import { publishedEvent, publisher } from './published-event.ts';
import { steadily } from './schedule.ts';

export type Known = { readonly householdId: string; readonly position: string };
export type Acknowledged = { readonly household: number; readonly position: string; readonly at: number; readonly took: number };
export type Pace = { readonly rate: number; readonly seconds: number };

/** What is not visible by then is a failure, not a figure. */
const patienceMs = 20_000;

/** A question about a household that the hub knows, from the partner that is already involved. */
const question = (householdId: string, number: number): CloudEvent =>
  event(publisher.source, { type: 'questions.received', data: { household: { householdId }, occurredAt: new Date().toISOString(), legalBasis: 'zvw', purpose: 'involvement', questionId: `asked-${number}`, kind: 'question', about: 'self', initiatedBy: 'resident' } });

/** Does not wait for what it began: that is looked at with all the others, at the end. */
const begun = <T>(work: Promise<T>): Promise<T> => {
  work.catch(() => undefined);
  return work;
};

/** Partners and readers of a hub, over connections that stay open. */
export class Town {
  readonly #hub: HubProcess;
  readonly #lines: Lines;
  readonly #token: string;
  readonly #reader: Readonly<Record<string, string>>;

  constructor(hub: HubProcess, lines: Lines, token: string) {
    this.#hub = hub;
    this.#lines = lines;
    this.#token = token;
    this.#reader = { authorization: `Bearer ${token}`, 'processing-activity': 'coordination' };
  }

  async publish(events: readonly CloudEvent[]): Promise<readonly Known[]> {
    const headers = { authorization: `Bearer ${this.#token}`, 'content-type': 'application/cloudevents-batch+json' };
    const { status, body } = await this.#lines.request(requestBytes({ method: 'POST', path: '/v1/events', headers, body: JSON.stringify(events) }));
    if (status !== 202) throw new Error(`publishing answered ${status}: ${body.toString().slice(0, 200)}`);
    return (JSON.parse(body.toString()) as { readonly results: readonly Known[] }).results;
  }

  /** Households that nobody spoke of before, each with its first event visible. */
  async meet(first: number, count: number): Promise<readonly Known[]> {
    const known = await this.publish(Array.from({ length: count }, (_, at) => publishedEvent(first + at, 0)));
    await this.#hub.get(`/v1/households/${known[0]!.householdId}/circle?minPosition=${known.at(-1)!.position}`, this.#token);
    return known;
  }

  async follow(known: readonly Known[]): Promise<readonly Follower[]> {
    const followers = await Promise.all(known.map(({ householdId }) => Follower.open(`${this.#hub.url}/v1/households/${householdId}/circle/changes`, this.#reader)));
    await Promise.all(followers.map((follower, at) => follower.seenAt(known[at]!.position, patienceMs)));
    return followers;
  }

  /** Sends single events at that pace, and answers when each was acknowledged. */
  async tell(known: readonly Known[], pace: Pace): Promise<readonly Acknowledged[]> {
    const sent: Promise<Acknowledged>[] = [];
    await steadily(pace, (at) => {
      const household = at % known.length;
      sent.push(begun(this.#ask(known[household]!.householdId, household, at)));
    });
    return Promise.all(sent);
  }

  /** Opens circles at that pace, and answers how long each took in milliseconds. */
  async read(known: readonly Known[], pace: Pace): Promise<readonly number[]> {
    const reads: Promise<number>[] = [];
    await steadily(pace, (at) => void reads.push(begun(this.#readOne(known[at % known.length]!.householdId))));
    return Promise.all(reads);
  }

  async #ask(householdId: string, household: number, number: number): Promise<Acknowledged> {
    const asked = performance.now();
    const [answer] = await this.publish([question(householdId, number)]);
    const at = performance.now();
    return { household, position: answer!.position, at, took: at - asked };
  }

  async #readOne(householdId: string): Promise<number> {
    const asked = performance.now();
    const { status } = await this.#lines.request(requestBytes({ method: 'GET', path: `/v1/households/${householdId}/circle`, headers: this.#reader }));
    if (status !== 200) throw new Error(`a circle answered ${status}`);
    return performance.now() - asked;
  }
}

/** How long after its acknowledgement each event arrived at the reader of its household, in milliseconds; 0 where it came first. */
export const waitsUntilSeen = async (all: readonly Acknowledged[], followers: readonly Follower[]): Promise<readonly number[]> =>
  Promise.all(
    all.map(async ({ household, position, at }) => {
      const seen = await followers[household]!.seenAt(position, patienceMs);
      if (seen === undefined) throw new Error(`an event was not visible within ${patienceMs / 1_000} s`);
      return Math.max(0, seen - at);
    }),
  );
