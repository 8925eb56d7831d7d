import type { Contender } from '../harness/contender.ts';
import { quantile } from '../harness/figure.ts';
import { requestBytes } from '../load/connection.ts';
import { Follower } from '../load/follower.ts';
import { Lines } from '../load/lines.ts';
import { startOwnHub } from '../load/own-hub.ts';
import { publishedEvent, publisher } from '../load/published-event.ts';
import { steadily } from '../load/schedule.ts';
import { event, type CloudEvent } from '../../support/events.ts';

type Options = { readonly folder: string; readonly rate: number; readonly seconds: number };
type Published = { readonly results: readonly { readonly householdId: string; readonly position: string }[] };
type Acknowledged = { readonly household: number; readonly position: string; readonly at: number; readonly took: number };

const households = 40;
const connections = 64;
/** What is not visible by then is a failure, not a figure. */
const patienceMs = 20_000;

/** A question about a household that the hub knows, from the partner that is already involved. */
const question = (householdId: string, number: number): CloudEvent =>
  event(publisher.source, { type: 'questions.received', data: { household: { householdId }, occurredAt: new Date().toISOString(), legalBasis: 'zvw', purpose: 'involvement', questionId: `asked-${number}`, kind: 'question', about: 'self', initiatedBy: 'resident' } });

/** A real hub under a steady load of single events, and a reader for each household who sees its circle change. */
export const open = async ({ folder, rate, seconds }: Options): Promise<Contender> => {
  const { hub, port } = await startOwnHub(folder);
  const token = await hub.token(publisher.partner);
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/cloudevents-batch+json' };
  const lines = await Lines.open(port, connections);
  const publish = async (events: readonly CloudEvent[]): Promise<Published['results']> => {
    const { status, body } = await lines.request(requestBytes({ method: 'POST', path: '/v1/events', headers, body: JSON.stringify(events) }));
    if (status !== 202) throw new Error(`publishing answered ${status}: ${body.toString().slice(0, 200)}`);
    return (JSON.parse(body.toString()) as Published).results;
  };

  const follow = async (ids: readonly { readonly householdId: string; readonly position: string }[]): Promise<readonly Follower[]> => {
    const followers = await Promise.all(ids.map(({ householdId }) => Follower.open(`${hub.url}/v1/households/${householdId}/circle/changes`, { authorization: `Bearer ${token}`, 'processing-activity': 'coordination' })));
    await Promise.all(followers.map((follower, at) => follower.seenAt(ids[at]!.position, patienceMs)));
    return followers;
  };

  let number = 0;
  // New households each round: a circle that grows with every round would make every round slower than the one before it.
  const measure = async () => {
    const first = number;
    const known = await publish(Array.from({ length: households }, (_, at) => publishedEvent(first + at, 0)));
    number += households;
    await hub.get(`/v1/households/${known[0]!.householdId}/circle?minPosition=${known.at(-1)!.position}`, token);
    const followers = await follow(known);
    const sent: Promise<Acknowledged>[] = [];
    const from = performance.now();
    await steadily({ rate, seconds }, (at) => {
      const household = at % households;
      const asked = performance.now();
      const acknowledged = publish([question(known[household]!.householdId, at)]).then(([answer]): Acknowledged => {
        const now = performance.now();
        return { household, position: answer!.position, at: now, took: now - asked };
      });
      acknowledged.catch(() => undefined);
      sent.push(acknowledged);
    });
    const all = await Promise.all(sent);
    const took = (performance.now() - from) / 1_000;
    const visible = await Promise.all(all.map(async ({ household, position, at }) => ({ at, seen: await followers[household]!.seenAt(position, patienceMs) })));
    for (const follower of followers) follower.close();
    if (visible.some(({ seen }) => seen === undefined)) throw new Error(`some events were not visible within ${patienceMs / 1_000} s`);
    const waits = visible.map(({ at, seen }) => Math.max(0, seen! - at));
    const acks = all.map((one) => one.took);
    return { value: quantile(waits, 0.5), p99: quantile(waits, 0.99), 'acknowledged p50': quantile(acks, 0.5), 'acknowledged p99': quantile(acks, 0.99), 'events/s': all.length / took };
  };
  const close = async (): Promise<void> => {
    lines.close();
    await hub.end();
  };
  return { measure, close };
};
