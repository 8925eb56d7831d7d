import { afterEach, describe, expect, it } from '@jest/globals';
import { SystemClock } from '@kring/platform';
import { noStep, parkedCollection, runProjection, type ProjectionDefinition, type ProjectionHandle, type ProjectionOptions, type ViewReader } from './index.ts';
import { MemoryEventStore } from './testing/memory-event-store.ts';
import { MemoryViewStore } from './testing/memory-view-store.ts';
import { amountOf, numberIn, sums } from './testing/sums.ts';

const projection = 'sums';

/** Settles in the turn of the event loop in which the condition holds. */
const until = async (holds: () => boolean): Promise<void> => {
  while (!holds()) await new Promise((resolve) => setImmediate(resolve));
};

describe('a running projection', () => {
  const running: ProjectionHandle[] = [];
  afterEach(async () => {
    for (const handle of running.splice(0)) await handle.stop();
  });

  let ids = 0;
  const setup = (definition: ProjectionDefinition = sums(), options: Partial<ProjectionOptions> = {}) => {
    const eventStore = new MemoryEventStore();
    const viewStore = new MemoryViewStore();
    const pay = (stream: string, ...amounts: unknown[]) =>
      eventStore.append(stream, amounts.map((amount) => ({ id: `e-${(ids += 1)}`, type: 'paid', data: { amount: amount as number }, metadata: {} })));
    const start = (changed = definition) => {
      const handle = runProjection(changed, { eventStore, viewStore, clock: new SystemClock(), retry: { firstMs: 1, maxMs: 5 }, ...options });
      running.push(handle);
      return handle;
    };
    const sum = async (account: string) => numberIn((await viewStore.get('sums', [account]))[0]);
    const settled = async (handle: ProjectionHandle) => expect(await handle.waitFor(await eventStore.head(), 2_000)).toBe(true);
    return { eventStore, viewStore, pay, start, sum, settled };
  };

  it('catches up with what was there and follows what comes', async () => {
    const { pay, start, sum, settled } = setup();
    await pay('a', 1, 2);
    const handle = start();
    await handle.whenCaughtUp();
    expect(await sum('a')).toBe(3);
    expect(handle.state).toBe('live');
    await pay('a', 4);
    await settled(handle);
    expect(await sum('a')).toBe(7);
  });

  it('writes rows and checkpoint in one commit, in bounded batches', async () => {
    const { pay, start, viewStore, settled } = setup(sums(), { batchSize: 2 });
    await pay('a', 1, 1, 1, 1, 1);
    await settled(start());
    expect(viewStore.commits.map((step) => [step.puts.length, Number(step.position)])).toEqual([[1, 2], [1, 4], [1, 5]]);
  });

  it('goes on from its checkpoint after a stop', async () => {
    const { pay, start, sum, settled } = setup();
    await pay('a', 1);
    const first = start();
    await settled(first);
    await first.stop();
    await pay('a', 2);
    await settled(start());
    expect(await sum('a')).toBe(3);
  });

  it.each(['lost', 'unheard'] as const)('counts every event once when the answer to a commit is %s', async (fault) => {
    const { pay, start, sum, viewStore, settled } = setup(sums(), { batchSize: 3 });
    let commits = 0;
    viewStore.fault = () => ((commits += 1) % 2 === 1 ? fault : undefined);
    await pay('a', 1, 2, 3, 4, 5, 6, 7);
    await settled(start());
    expect(await sum('a')).toBe(28);
  });

  it('tells of a change also when the answer to its commit was lost', async () => {
    const { pay, start, viewStore, settled } = setup();
    const handle = start();
    await handle.whenCaughtUp();
    const seen: unknown[] = [];
    handle.onChange(({ touched }) => seen.push(touched));
    let commits = 0;
    viewStore.fault = () => ((commits += 1) === 1 ? 'unheard' : undefined);
    await pay('a', 1);
    await settled(handle);
    expect(seen).toEqual([['a']]);
  });

  it('subscribes again when the event store was away', async () => {
    const { eventStore, pay, start, sum, settled } = setup();
    const handle = start();
    await handle.whenCaughtUp();
    eventStore.break();
    await until(() => handle.state === 'retrying');
    await pay('a', 5);
    eventStore.away = false;
    await settled(handle);
    expect(await sum('a')).toBe(5);
    expect(eventStore.subscriptions).toBeGreaterThan(1);
  });

  it('blames no event when the view cannot be read', async () => {
    const { viewStore, pay, start, sum, settled } = setup();
    const handle = start();
    await handle.whenCaughtUp();
    viewStore.unreadable = true;
    await pay('a', 5);
    expect(await handle.waitFor('0000000000000001', 30)).toBe(false);
    viewStore.unreadable = false;
    await settled(handle);
    expect(handle.parked).toEqual([]);
    expect(await sum('a')).toBe(5);
  });

  it('stops for good when a later owner claims it', async () => {
    const { pay, start, sum, settled } = setup();
    const stale = start();
    await stale.whenCaughtUp();
    const owner = start();
    await owner.whenCaughtUp();
    await pay('a', 1);
    await settled(owner);
    await stale.ended;
    expect(stale.state).toBe('fenced');
    await pay('a', 1);
    await settled(owner);
    expect(await sum('a')).toBe(2);
  });

  it('parks the partition of a poisoned event, with what comes behind it, and goes on with the others', async () => {
    const { pay, start, sum, settled } = setup();
    await pay('a', 1);
    await pay('b', 1, 'not a number', 2);
    await pay('a', 2);
    const handle = start();
    await settled(handle);
    await pay('b', 4);
    await settled(handle);
    expect([await sum('a'), await sum('b')]).toEqual([3, 1]);
    expect(handle.parked).toEqual(['b']);
    const parked = await handle.parkedEvents('b');
    expect(parked.map(({ state, revision }) => [state, revision])).toEqual([['poisoned', 1], ['behind', 2], ['behind', 3]]);
    expect(parked[0]?.reason).toMatch(/^TypeError/);
  });

  it('remembers over a restart what is parked', async () => {
    const { pay, start, sum, settled, viewStore } = setup();
    await pay('b', 'not a number');
    const first = start();
    await settled(first);
    await first.stop();
    await pay('b', 4);
    const second = start();
    await settled(second);
    expect(second.parked).toEqual(['b']);
    expect(await sum('b')).toBe(0);
    expect(await viewStore.find(parkedCollection(projection), {})).toHaveLength(2);
  });

  it('takes a parked partition again in order once the fault is mended', async () => {
    let mended = false;
    const { pay, start, sum, settled } = setup(sums((event) => (mended ? Number(event.data['amount']) : amountOf(event))));
    await pay('b', '8', 2);
    const handle = start();
    await settled(handle);
    expect(await handle.redrive('b')).toEqual({ taken: 0, waiting: 2 });
    mended = true;
    expect(await handle.redrive('b')).toEqual({ taken: 2, waiting: 0 });
    expect(handle.parked).toEqual([]);
    await pay('b', 1);
    await settled(handle);
    expect(await sum('b')).toBe(11);
    expect(await handle.parkedEvents('b')).toEqual([]);
  });

  it('tries what is parked again at the next start, for a new release may take it', async () => {
    const { pay, start, sum, settled } = setup();
    await pay('b', '8', 2);
    const broken = start();
    await settled(broken);
    expect(broken.parked).toEqual(['b']);
    await broken.stop();
    const mended = start(sums((event) => Number(event.data['amount'])));
    const taken = new Promise<void>((resolve) => mended.onChange(() => void sum('b').then((total) => total === 10 && resolve())));
    await taken;
    expect(await mended.redrive('b')).toEqual({ taken: 0, waiting: 0 });
    expect(mended.parked).toEqual([]);
  });

  it('tells who listens what was touched, after it is visible', async () => {
    const { pay, start, sum, settled } = setup();
    const handle = start();
    await handle.whenCaughtUp();
    const seen: unknown[] = [];
    const stop = handle.onChange(({ touched }) => seen.push(touched));
    await pay('a', 1);
    await settled(handle);
    expect(seen).toEqual([['a']]);
    expect(await sum('a')).toBe(1);
    stop();
    await pay('a', 1);
    await settled(handle);
    expect(seen).toHaveLength(1);
  });

  it('answers that the view is not there yet when waiting took too long', async () => {
    const { start } = setup();
    const handle = start();
    await handle.whenCaughtUp();
    expect(await handle.waitFor('0000000000000009', 5)).toBe(false);
  });

  it('moves the checkpoint over events that change nothing, without a commit for each', async () => {
    const nothing: ProjectionDefinition = { name: projection, apply: async () => noStep };
    const { pay, start, settled, viewStore } = setup(nothing);
    const handle = start();
    await handle.whenCaughtUp();
    for (let n = 0; n < 5; n += 1) await pay('a', n);
    await settled(handle);
    expect(viewStore.commits).toEqual([]);
    await handle.stop();
    expect(await viewStore.checkpoint(projection)).toBe('0000000000000005');
  });

  it('does what is due by time, part by part, until nothing is left', async () => {
    const due = ['x', 'y', 'z'];
    const tick = async (_now: Date, _read: ViewReader) => {
      const key = due.shift();
      const puts = key ? [{ collection: 'rung', key, value: Buffer.from('1') }] : [];
      return { puts, deletes: [], touched: key ? [key] : [], more: due.length > 0 };
    };
    const { start, viewStore } = setup({ ...sums(), tick });
    const handle = start();
    await handle.whenCaughtUp();
    await handle.tick();
    expect((await viewStore.find('rung', {})).map((row) => row.key)).toEqual(['x', 'y', 'z']);
  });

  it('leaves for later what can wait while it is behind, and shows nothing of it before that is done', async () => {
    const paces: string[] = [];
    const shown: boolean[] = [];
    const running: { handle?: ProjectionHandle } = {};
    let left = 0;
    const definition: ProjectionDefinition = {
      ...sums(),
      apply: (batch, read, pace) => {
        paces.push(pace);
        if (pace === 'behind') left += batch.length;
        return sums().apply(batch, read, pace);
      },
      tick: async () => {
        shown.push((running.handle?.position ?? '') > '');
        const puts = [{ collection: 'later', key: 'left', value: Buffer.from(String(left)) }];
        return { puts, deletes: [], touched: [], more: false };
      },
    };
    const { pay, start, settled, viewStore } = setup(definition, { batchSize: 2, tickMs: 1_000_000 });
    await pay('a', 1, 1, 1, 1, 1);
    const handle = (running.handle = start());
    await settled(handle);
    expect(paces).toEqual(['behind', 'behind', 'live']);
    expect(shown).toEqual([false]);
    expect(numberIn((await viewStore.get('later', ['left']))[0])).toBe(4);
    await pay('a', 1, 1);
    await settled(handle);
    expect(paces.at(-1)).toBe('live');
  });

  it('shows a new event within milliseconds when it is idle', async () => {
    const { pay, start } = setup();
    const handle = start();
    await handle.whenCaughtUp();
    const took: number[] = [];
    for (let n = 0; n < 50; n += 1) {
      const from = performance.now();
      const { position } = await pay('a', 1);
      expect(await handle.waitFor(position, 1_000)).toBe(true);
      took.push(performance.now() - from);
    }
    expect(took.sort((a, b) => a - b)[25]).toBeLessThan(10);
  });
});
