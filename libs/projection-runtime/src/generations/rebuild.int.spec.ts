import { afterEach, describe, expect, it } from '@jest/globals';
import { SystemClock } from '@kring/platform';
import type { ViewStore } from '@kring/view-store';
import { RebuildRefused, runRebuildable, ServingView, type RebuildableDefinition, type Rebuilds } from '../index.ts';
import { MemoryEventStore } from '../testing/memory-event-store.ts';
import { MemoryViewStore } from '../testing/memory-view-store.ts';
import { numberIn, sums } from '../testing/sums.ts';

/** The same sums by another way of making them. */
const doubled = (): RebuildableDefinition => sums((event) => 2 * Number(event.data['amount']));

describe('a rebuild', () => {
  const started: Rebuilds[] = [];
  afterEach(async () => {
    for (const { run } of started.splice(0)) await run.stop();
  });

  let ids = 0;
  const setup = (viewStore = new MemoryViewStore()) => {
    const eventStore = new MemoryEventStore();
    const pay = (stream: string, ...amounts: unknown[]) =>
      eventStore.append(stream, amounts.map((amount) => ({ id: `e-${(ids += 1)}`, type: 'paid', data: { amount: amount as number }, metadata: {} })));
    const start = async (create = (): RebuildableDefinition => sums(), store: ViewStore = viewStore) => {
      const rebuilds = runRebuildable(create, { eventStore, viewStore: store, clock: new SystemClock(), retry: { firstMs: 1, maxMs: 2 }, batchSize: 3, tickMs: 5, graceMs: 0 });
      started.push(rebuilds);
      await rebuilds.run.whenCaughtUp();
      return rebuilds;
    };
    const sum = async (account: string, view: Rebuilds['view'] = new ServingView(viewStore, 'sums')) => numberIn((await view.get('sums', [account]))[0]);
    const names = () => [...new Set([...viewStore.rows.values()].map(({ collection }) => collection))].sort();
    return { eventStore, viewStore, pay, start, sum, names };
  };
  const settled = async (rebuilds: Rebuilds, asked: Promise<unknown> = rebuilds.rebuild()) => {
    await asked;
    return rebuilds.whenSettled();
  };

  it('makes the view anew beside the one that serves, finds it the same, and has it serve', async () => {
    const { pay, start, sum, names } = setup();
    await pay('a', 1, 2, 3, 4);
    await pay('b', 5);
    const rebuilds = await start();
    const report = await settled(rebuilds);
    expect(report).toMatchObject({ stage: 'switched', generation: 1, events: 5, rows: 2, differences: { count: 0, atLeast: false, first: [] }, fault: null });
    expect([rebuilds.generation, rebuilds.former]).toEqual([1, 0]);
    expect([await sum('a'), await sum('b', rebuilds.view)]).toEqual([10, 5]);
    expect(names()).toEqual(['generation', 'sums', 'sums~1']);
  });

  it('follows the feed from where it took over', async () => {
    const { pay, start, sum } = setup();
    await pay('a', 1);
    const rebuilds = await start();
    await settled(rebuilds);
    const { position } = await pay('a', 10);
    expect(await rebuilds.run.waitFor(position, 1_000)).toBe(true);
    expect(await sum('a')).toBe(11);
    expect(numberIn((await rebuilds.view.get('sums', ['a']))[0])).toBe(11);
  });

  it('shows every reader the old view or the new one, each whole', async () => {
    const { pay, start } = setup();
    await pay('a', 1, 1, 1);
    await pay('b', 2, 2);
    const making = { create: sums };
    const rebuilds = await start(() => making.create());
    making.create = doubled;
    const seen = new Set<string>();
    let reading = true;
    const reader = (async () => {
      while (reading) {
        const view = await rebuilds.view.pinned();
        const [a] = await view.get('sums', ['a']);
        await new Promise((resolve) => setImmediate(resolve));
        const [b] = await view.get('sums', ['b']);
        seen.add(`${numberIn(a)} ${numberIn(b)}`);
      }
    })();
    const report = await settled(rebuilds);
    await new Promise((resolve) => setImmediate(resolve));
    reading = false;
    await reader;
    expect(report?.differences).toMatchObject({ count: 2, first: [{ collection: 'sums', key: 'a', is: 'different' }, { collection: 'sums', key: 'b', is: 'different' }] });
    expect([...seen]).toEqual(['3 4', '6 8']);
  });

  it('tells readers that everything may have changed', async () => {
    const { pay, start } = setup();
    await pay('a', 1);
    const rebuilds = await start();
    const seen: unknown[] = [];
    rebuilds.run.onChange(({ touched }) => seen.push(touched));
    await settled(rebuilds);
    expect(seen).toEqual([null]);
  });

  it('goes back to the former view, brought up to date, and forward again', async () => {
    const { pay, start, sum } = setup();
    await pay('a', 1);
    const rebuilds = await start();
    await settled(rebuilds);
    await rebuilds.run.waitFor((await pay('a', 2)).position, 1_000);
    expect(await settled(rebuilds, rebuilds.back())).toMatchObject({ kind: 'back', stage: 'switched', generation: 0, events: 1, differences: null });
    expect([rebuilds.generation, rebuilds.former, await sum('a')]).toEqual([0, 1, 3]);
    await rebuilds.run.waitFor((await pay('a', 4)).position, 1_000);
    await settled(rebuilds, rebuilds.back());
    expect([rebuilds.generation, await sum('a')]).toEqual([1, 7]);
  });

  it('has nothing to go back to after the former view was dropped', async () => {
    const { pay, start, sum, names } = setup();
    await pay('a', 1);
    const rebuilds = await start();
    await settled(rebuilds);
    await rebuilds.forget();
    expect(names()).toEqual(['generation', 'sums~1']);
    await expect(rebuilds.back()).rejects.toMatchObject({ name: 'RebuildRefused', rule: 'nothing-to-go-back-to' });
    expect(await sum('a')).toBe(1);
  });

  it('drops the former view when the next one is begun', async () => {
    const { pay, start, names } = setup();
    await pay('a', 1);
    const rebuilds = await start();
    await settled(rebuilds);
    await settled(rebuilds);
    expect(names()).toEqual(['generation', 'sums~1', 'sums~2']);
  });

  it('compares only, where that is asked, and leaves nothing behind', async () => {
    const { pay, start, names } = setup();
    await pay('a', 1);
    const rebuilds = await start();
    expect(await settled(rebuilds, rebuilds.rebuild({ compareOnly: true }))).toMatchObject({ stage: 'compared', differences: { count: 0 } });
    expect([rebuilds.generation, rebuilds.former, names()]).toEqual([0, null, ['generation', 'sums']]);
  });

  it('is one at a time', async () => {
    const { pay, start } = setup();
    await pay('a', 1);
    const rebuilds = await start();
    const first = rebuilds.rebuild();
    for (const second of [() => rebuilds.rebuild(), () => rebuilds.back(), () => rebuilds.forget()]) {
      await expect(second()).rejects.toMatchObject(new RebuildRefused('rebuild-running'));
    }
    await first;
    await rebuilds.whenSettled();
    expect(await settled(rebuilds)).toMatchObject({ stage: 'switched', generation: 2 });
  });

  it('tells of a row that is missing, and of one that should not be there', async () => {
    const { pay, start, viewStore } = setup();
    await pay('a', 1);
    await pay('b', 1);
    const rebuilds = await start();
    viewStore.rows.delete('sums\0a');
    viewStore.rows.set('sums\0z', { collection: 'sums', key: 'z', value: Buffer.from('1') });
    expect((await settled(rebuilds))?.differences).toEqual({
      count: 2, atLeast: false, first: [{ collection: 'sums', key: 'a', is: 'extra' }, { collection: 'sums', key: 'z', is: 'missing' }],
    });
  });

  it('parks what it cannot take, and takes it where a new release can', async () => {
    const { pay, start, sum } = setup();
    await pay('a', 1, 'not a number', 2);
    const making = { create: () => sums() };
    const rebuilds = await start(() => making.create());
    expect(await settled(rebuilds)).toMatchObject({ differences: { count: 0 } });
    expect(rebuilds.run.parked).toEqual(['a']);
    making.create = () => sums((event) => Number(event.data['amount']) || 0);
    expect(await settled(rebuilds)).toMatchObject({ differences: { count: 3 } });
    expect([rebuilds.run.parked, await sum('a')]).toEqual([[], 3]);
  });

  it('mends a view that cannot follow the log, with nothing to compare with', async () => {
    const { pay, start, sum, eventStore, viewStore } = setup();
    await pay('a', 1, 2);
    const rebuilds = await start();
    viewStore.rows.set('sums\0a', { collection: 'sums', key: 'a', value: Buffer.from('77') });
    eventStore.break();
    while (rebuilds.run.state !== 'retrying') await new Promise((resolve) => setImmediate(resolve));
    await pay('a', 4);
    expect(await settled(rebuilds)).toMatchObject({ stage: 'switched', events: 3, rows: 0, differences: null });
    expect(await sum('a')).toBe(7);
    eventStore.away = false;
    const { position } = await pay('a', 8);
    expect(await rebuilds.run.waitFor(position, 2_000)).toBe(true);
    expect(await sum('a')).toBe(15);
  });

  it('goes on when the view store was away for a while, and is given up when it stays away', async () => {
    const { pay, start, viewStore } = setup();
    await pay('a', 1, 2, 3, 4, 5, 6, 7);
    const rebuilds = await start();
    let failures = 3;
    viewStore.fault = ({ projection }) => (projection === 'sums~1' && failures-- > 0 ? 'lost' : undefined);
    expect(await settled(rebuilds)).toMatchObject({ stage: 'switched', differences: { count: 0 } });
    viewStore.fault = ({ projection }) => (projection === 'sums~2' ? 'lost' : undefined);
    expect(await settled(rebuilds)).toMatchObject({ stage: 'failed', generation: 2, fault: expect.stringMatching(/^Error/) });
    expect([rebuilds.generation, rebuilds.run.state]).toEqual([1, 'live']);
    viewStore.fault = () => undefined;
    expect(await settled(rebuilds)).toMatchObject({ stage: 'switched', generation: 2, resumed: true });
  });

  it('does not go on with what another version of the definition left half made', async () => {
    const { pay, start } = setup();
    await pay('a', 1);
    const making = { version: '1' };
    const rebuilds = await start(() => ({ ...sums(), version: making.version }));
    await rebuilds.rebuild();
    rebuilds.callOff();
    await rebuilds.whenSettled();
    making.version = '2';
    expect(await settled(rebuilds)).toMatchObject({ generation: 2, resumed: false, stage: 'switched' });
  });

  it('keeps the serving view from rows that nobody would compare or drop', async () => {
    const { pay, start } = setup();
    await pay('a', 1);
    const making = { collections: ['sums'] };
    const rebuilds = await start(() => ({ ...sums(), collections: making.collections }));
    making.collections = ['other'];
    expect(await settled(rebuilds)).toMatchObject({ stage: 'failed', fault: expect.stringMatching(/^RangeError/) });
    expect(rebuilds.generation).toBe(0);
  });

  it('is the same as the live view under everything that is published meanwhile', async () => {
    for (let seed = 0; seed < 20; seed += 1) {
      const { pay, start, sum } = setup();
      for (let n = 0; n < 30; n += 1) await pay(`account-${n % 7}`, n);
      const rebuilds = await start();
      let publishing = true;
      let paid = 30 * 29 / 2;
      const publisher = (async () => {
        for (let n = 0; publishing; n += 1) {
          paid += n;
          await pay(`account-${(n * 5 + seed) % 11}`, n);
          for (let wait = (n + seed) % 4; wait > 0; wait -= 1) await new Promise((resolve) => setImmediate(resolve));
        }
      })();
      const report = await settled(rebuilds);
      publishing = false;
      await publisher;
      expect(report).toMatchObject({ stage: 'switched', differences: { count: 0 } });
      const { position } = await pay('account-0', 0);
      expect(await rebuilds.run.waitFor(position, 2_000)).toBe(true);
      const all = await Promise.all(Array.from({ length: 11 }, (_, n) => sum(`account-${n}`)));
      expect(all.reduce((one, other) => one + other, 0)).toBe(paid);
      await rebuilds.run.stop();
    }
  });
});
