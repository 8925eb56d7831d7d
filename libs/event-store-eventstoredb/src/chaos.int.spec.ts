import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { AppendOutcomeUnknown, EventStoreUnavailable, type NewEvent } from '@kring/event-store';
import type { EventStoreDouble } from '../../../test/servers/eventstoredb-double/index.ts';
import { aStoreOnADouble, aStream, events, idsOf, until, type Given } from './testing/given.ts';

/** KRING_TEST_SEED repeats a run that failed; its number is in the name of the test. */
const seed = Number(process.env['KRING_TEST_SEED'] ?? Date.now() % 1_000_000);
const writers = 6;
const rounds = 25;

/** The same numbers for the same seed (mulberry32). */
const chance = (state: number) => (): number => {
  state = (state + 0x6d2b79f5) | 0;
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
};

let given: Given;

beforeEach(async () => {
  given = await aStoreOnADouble({ timeOuts: { attemptMs: 150, appendMs: 2_000, returnMs: 20_000 } });
});

afterEach(() => given.end());

/** `over` says that nobody writes any more, so that nothing will come to be waited for. */
const mishaps: readonly ((double: EventStoreDouble, over: () => boolean) => Promise<void> | void)[] = [
  (double) => double.dropFollowers('error'),
  (double) => double.dropFollowers('end'),
  ({ failures }) => void (failures.withholdAnswers += 2),
  ({ failures }) => void (failures.breakAfterAppends += 1),
  ({ failures }) => void (failures.timeOutAppends += 2),
  ({ log }) => log.addSystemEvents(300),
  ({ log }) => log.forgetRecent(),
  async (double) => {
    await double.goDown();
    await double.comeUp();
  },
  async ({ failures }, over) => {
    failures.notReady = true;
    const { refused } = failures;
    await until(() => failures.refused > refused || over());
    failures.notReady = false;
  },
];

describe(`whatever goes wrong at the server (seed ${seed})`, () => {
  it('every append is stored once, in order, and every follower hears of it once, in order', async () => {
    const { double, store } = given;
    const random = chance(seed);
    const written: { readonly stream: string; readonly batch: NewEvent[] }[] = [];

    const writer = async (): Promise<void> => {
      const stream = aStream();
      let last = -1;
      for (let round = 0; round < rounds; round += 1) {
        const batch = events(1 + Math.floor(random() * 3));
        const expected = random() < 0.5 ? 'any' : last < 0 ? 'no-stream' : last;
        for (;;) {
          const answer = await store.append(stream, batch, expected).catch((error: unknown) => {
            if (error instanceof AppendOutcomeUnknown || error instanceof EventStoreUnavailable) return undefined;
            throw error;
          });
          if (!answer) continue;
          expect(answer.revision).toBe(last + batch.length);
          last = answer.revision;
          break;
        }
        written.push({ stream, batch });
      }
    };

    let writing = true;
    const trouble = async (): Promise<void> => {
      while (writing) {
        await mishaps[Math.floor(random() * mishaps.length)]!(double, () => !writing);
        const { length } = written;
        await until(() => written.length > length || !writing);
      }
    };

    const heard: string[] = [];
    const stop = new AbortController();
    const following = (async () => {
      for await (const batch of store.subscribe({ after: '', signal: stop.signal, batchSize: 4 })) heard.push(...idsOf(batch.events));
    })();
    const troubled = trouble();
    await Promise.all(Array.from({ length: writers }, writer));
    writing = false;
    await troubled;
    const all = written.flatMap(({ batch }) => batch);
    await until(() => heard.length >= all.length);
    stop.abort();
    await following;

    const ours = double.log.events.filter(({ type }) => !type.startsWith('$'));
    expect(idsOf(ours)).toHaveLength(all.length);
    expect(heard).toEqual(idsOf(ours));
    for (const { stream } of written) {
      const told = written.filter((one) => one.stream === stream).flatMap(({ batch }) => idsOf(batch));
      expect(idsOf(ours.filter((event) => event.stream === stream))).toEqual(told);
    }
  }, 120_000);
});
