import { describe, expect, it } from '@jest/globals';
import { SystemClock } from '@kring/platform';
import type { ViewStore } from '@kring/view-store';
import { runRebuildable, ServingView, type Rebuilds } from '../index.ts';
import { MemoryEventStore } from '../testing/memory-event-store.ts';
import { MemoryViewStore } from '../testing/memory-view-store.ts';
import { MortalViewStore } from '../testing/mortal-view-store.ts';
import { numberIn, sums } from '../testing/sums.ts';
import { ViewStoreThrough } from '../testing/view-store-through.ts';

const accounts = Array.from({ length: 5 }, (_, n) => `account-${n}`);

/** One log, and what the processes that follow it one after the other leave in one view store. */
class Story {
  readonly eventStore = new MemoryEventStore();
  readonly viewStore = new MemoryViewStore();
  #paid = 0;

  async pay(): Promise<string> {
    this.#paid += 1;
    const { position } = await this.eventStore.append(accounts[this.#paid % accounts.length] ?? '', [{ id: `e-${this.#paid}`, type: 'paid', data: { amount: this.#paid }, metadata: {} }]);
    return position;
  }

  start(viewStore: ViewStore = this.viewStore): Rebuilds {
    return runRebuildable(() => sums(), { eventStore: this.eventStore, viewStore, clock: new SystemClock(), retry: { firstMs: 1, maxMs: 1 }, batchSize: 4, tickMs: 2, graceMs: 0 });
  }

  /** What a reader sees, beside what was paid. */
  async seen(): Promise<{ readonly sum: number; readonly paid: number }> {
    const values = await new ServingView(this.viewStore, 'sums').get('sums', accounts);
    return { sum: values.map(numberIn).reduce((one, other) => one + other, 0), paid: (this.#paid * (this.#paid + 1)) / 2 };
  }

  collections(): readonly string[] {
    return [...new Set([...this.viewStore.rows.values()].map(({ collection }) => collection))].sort();
  }

  /** Nothing is lost: at once after the crash what was served is, and the next process serves what has come since, and rebuilds. */
  async expectWhole(): Promise<void> {
    const survivor = this.start();
    const position = await this.pay();
    expect(await survivor.run.waitFor(position, 2_000)).toBe(true);
    const { sum, paid } = await this.seen();
    expect(sum).toBe(paid);
    await survivor.rebuild();
    expect(await survivor.whenSettled()).toMatchObject({ stage: 'switched', differences: { count: 0 } });
    await survivor.forget();
    expect(await this.seen()).toMatchObject({ sum: paid });
    expect(this.collections()).toEqual(['generation', `sums~${survivor.generation}`]);
    await survivor.run.stop();
  }
}

/** Runs work in a process that dies at its nth write; answers whether it died before it was done. */
const inMortal = async (story: Story, dies: ConstructorParameters<typeof MortalViewStore>[1], work: (rebuilds: Rebuilds) => Promise<unknown>): Promise<boolean> => {
  const store = new MortalViewStore(story.viewStore, dies);
  const rebuilds = story.start(store);
  const done = (async () => {
    await rebuilds.run.whenCaughtUp();
    await work(rebuilds);
  })().catch(() => undefined);
  await Promise.race([done, store.died]);
  rebuilds.callOff();
  await rebuilds.run.stop();
  await done;
  return store.dead;
};

const rebuild = async (rebuilds: Rebuilds): Promise<void> => {
  await rebuilds.rebuild();
  await rebuilds.whenSettled();
};

describe.each(['before', 'after'] as const)('a process that dies just %s a write', (when) => {
  it.each([
    ['a rebuild', rebuild],
    ['a rebuild and the way back', async (rebuilds: Rebuilds) => {
      await rebuild(rebuilds);
      await rebuilds.back();
      await rebuilds.whenSettled();
    }],
    ['a rebuild, and the former view being dropped', async (rebuilds: Rebuilds) => {
      await rebuild(rebuilds);
      await rebuilds.forget();
    }],
    ['a rebuild that goes on where another was cut short', async (rebuilds: Rebuilds) => {
      await rebuilds.rebuild();
      rebuilds.callOff();
      await rebuilds.whenSettled();
      await rebuild(rebuilds);
    }],
  ])('leaves the serving view whole, at whichever write of %s', async (_, work) => {
    let deaths = 0;
    for (let at = 1, died = true; died; at += 1) {
      const story = new Story();
      for (let n = 0; n < 17; n += 1) await story.pay();
      const first = story.start();
      await first.run.whenCaughtUp();
      await first.run.stop();
      died = await inMortal(story, { at, when }, work);
      const { sum, paid } = await story.seen();
      expect(sum).toBe(paid);
      await story.expectWhole();
      deaths += Number(died);
    }
    expect(deaths).toBeGreaterThan(6);
  });
});

/** A process that is held up at its nth write, for so long that another takes over. */
class HeldUpViewStore extends ViewStoreThrough {
  readonly heldUp = Promise.withResolvers<void>();
  readonly goOn = Promise.withResolvers<void>();
  #writes = 0;

  constructor(store: ViewStore, private readonly at: number) {
    super(store);
  }

  protected override async write<T>(work: () => Promise<T>): Promise<T> {
    this.#writes += 1;
    if (this.#writes === this.at) {
      this.heldUp.resolve();
      await this.goOn.promise;
    }
    return work();
  }
}

describe('two processes of which the later took over while the former was held up at a write', () => {
  it('serve what the later one made, whichever write of a rebuild that was', async () => {
    for (let at = 3, held = true; held; at += 1) {
      const story = new Story();
      for (let n = 0; n < 17; n += 1) await story.pay();
      const store = new HeldUpViewStore(story.viewStore, at);
      const former = story.start(store);
      const rebuilt = former.run.whenCaughtUp().then(() => rebuild(former)).catch(() => undefined);
      held = (await Promise.race([store.heldUp.promise.then(() => true), rebuilt.then(() => false)])) === true;
      const later = story.start();
      expect(await later.run.waitFor(await story.pay(), 2_000)).toBe(true);
      store.goOn.resolve();
      await rebuilt;
      await story.pay();
      expect(await later.run.waitFor(await story.eventStore.head(), 2_000)).toBe(true);
      const { sum, paid } = await story.seen();
      expect([sum, later.run.state]).toEqual([paid, 'live']);
      await former.run.stop();
      await later.run.stop();
    }
  });
});
