import type { Contender } from '../harness/contender.ts';
import { quantile } from '../harness/figure.ts';
import { Lines } from '../load/lines.ts';
import { startOwnHub } from '../load/own-hub.ts';
import { publisher } from '../load/published-event.ts';
import { Town, waitsUntilSeen } from '../load/town.ts';

type Options = { readonly folder: string; readonly rate: number; readonly seconds: number };

const households = 40;
const connections = 64;
const readsPerSecond = 50;

/** A real hub under a steady load of single events, a reader for each household who sees its circle change, and some who look in. */
export const open = async ({ folder, rate, seconds }: Options): Promise<Contender> => {
  const { hub, port } = await startOwnHub(folder);
  const lines = await Lines.open(port, connections);
  const town = new Town(hub, lines, await hub.token(publisher.partner));

  let spokenOf = 0;
  // New households each round: a circle that grew with every round would make every round slower than the one before it.
  const measure = async () => {
    const known = await town.meet(spokenOf, households);
    spokenOf += households;
    const followers = await town.follow(known);
    const from = performance.now();
    const [all, reads] = await Promise.all([town.tell(known, { rate, seconds }), town.read(known, { rate: readsPerSecond, seconds })]);
    const took = (performance.now() - from) / 1_000;
    const waits = await waitsUntilSeen(all, followers);
    for (const follower of followers) follower.close();
    const acks = all.map((one) => one.took);
    return {
      value: quantile(waits, 0.5), p99: quantile(waits, 0.99), 'acknowledged p50': quantile(acks, 0.5), 'acknowledged p99': quantile(acks, 0.99),
      'circle read p50': quantile(reads, 0.5), 'circle read p99': quantile(reads, 0.99), 'events/s': all.length / took,
    };
  };
  const close = async (): Promise<void> => {
    lines.close();
    await hub.end();
  };
  return { measure, close };
};
