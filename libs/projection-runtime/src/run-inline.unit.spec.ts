import { describe, expect, it } from '@jest/globals';
import type { RecordedEvent } from '@kring/event-store';
import { runInline, runProjection, type ProjectionDefinition } from './index.ts';
import { MemoryEventStore } from './testing/memory-event-store.ts';
import { MemoryViewStore } from './testing/memory-view-store.ts';
import { numberIn, sums } from './testing/sums.ts';

const paid = (amounts: readonly unknown[]) => amounts.map((amount, n) => ({ id: `e-${n}`, type: 'paid', data: { amount: amount as number }, metadata: {} }));
const logOf = async (...amounts: unknown[]): Promise<MemoryEventStore> => {
  const eventStore = new MemoryEventStore();
  await eventStore.append('a', paid(amounts));
  return eventStore;
};

describe('a projection that is run inline', () => {
  it('makes the rows that it makes when it runs', async () => {
    const eventStore = await logOf(1, 2, 3);
    const inline = runInline(sums());
    for (const event of eventStore.log) await inline.apply([event]);
    const viewStore = new MemoryViewStore();
    const running = runProjection(sums(), { eventStore, viewStore, clock: { now: () => new Date() } });
    await running.whenCaughtUp();
    await running.stop();
    expect(inline.rows()).toEqual([...viewStore.rows.values()]);
    expect(numberIn((await inline.view.get('sums', ['a']))[0])).toBe(6);
  });

  it('throws what the definition throws, and takes nothing of that batch', async () => {
    const eventStore = await logOf(1, 'not a number');
    const inline = runInline(sums());
    await expect(inline.apply(eventStore.log)).rejects.toThrow('no amount');
    expect(inline.rows()).toEqual([]);
  });

  it('does what is due, part by part, and says what it could not do', async () => {
    const due = ['x', 'y', 'z'];
    const tick: ProjectionDefinition['tick'] = async () => {
      const key = due.shift() ?? '';
      const undone = key === 'y' ? [{ name: key, fault: new Error() }] : [];
      return { puts: [{ collection: 'rung', key, value: new Uint8Array() }], deletes: [], touched: [], more: due.length > 0, undone };
    };
    const inline = runInline({ ...sums(), tick });
    expect((await inline.tick(new Date())).map(({ name }) => name)).toEqual(['y']);
    expect(inline.rows().map(({ key }) => key)).toEqual(['x', 'y', 'z']);
    expect(await runInline(sums()).tick(new Date())).toEqual([]);
  });

  it('takes what is left for later as the definition does', async () => {
    const paces: string[] = [];
    const definition: ProjectionDefinition = { ...sums(), apply: async (batch: readonly RecordedEvent[], read, pace) => (paces.push(pace), sums().apply(batch, read, pace)) };
    await runInline(definition).apply((await logOf(1)).log, 'behind');
    expect(paces).toEqual(['behind']);
  });
});
