import type { Position } from '@kring/event-store';
import { describeError, silentLog } from '@kring/platform';
import { otherWork } from '../back-off.ts';
import type { Tenure } from '../companion.ts';
import type { RebuildableDefinition } from '../definition.ts';
import type { ProjectionOptions } from '../projection-handle.ts';
import type { ProjectionRun } from '../projection-run.ts';
import { ProjectionWriter } from '../projection-writer.ts';
import { Progress } from '../progress.ts';
import { Comparison, comparableOf } from './comparison.ts';
import type { Generation } from './generation.ts';
import type { GenerationStore } from './generation-store.ts';
import type { RebuildReport, RebuildStage } from './rebuild-report.ts';
import { OutOfStep, persistently } from './persistently.ts';
import { CalledOff, Understudy } from './understudy.ts';

export type RebuildParts = {
  readonly kind: RebuildReport['kind'];
  readonly run: ProjectionRun;
  readonly options: ProjectionOptions;
  readonly generation: Generation;
  readonly resumed: boolean;
  /** The serving view cannot follow the log, so that there is nothing to keep step with. */
  readonly alone: boolean;
  readonly compare: boolean;
  readonly switchIn: boolean;
  /** Frees what was left to be dropped. */
  readonly clear: (signal: AbortSignal) => Promise<void>;
  readonly open: (generation: Generation) => Promise<{ readonly definition: RebuildableDefinition; readonly store: GenerationStore; readonly tenure: Tenure }>;
  /** The store of the view that serves now. */
  readonly serving: () => GenerationStore;
  /** Has the new generation serve, in one commit; called within a turn. */
  readonly switchTo: (understudy: Understudy) => Promise<void>;
};

/** Events that are taken in one step: few enough for those who are answered meanwhile not to notice. */
const mostAtOnce = 200;
/** After so many rounds the rest is read while the feed waits, however much it is: a log may grow as fast as it is read. */
const mostRounds = 20;

/** Makes a generation anew beside the one that serves, compares the two, and has it take over. */
export class Rebuild {
  readonly #stop = new AbortController();
  readonly #startedAt: string;
  #endedAt: string | null = null;
  #stage: RebuildStage = 'clearing';
  #understudy: Understudy | undefined;
  #compared: Comparison | undefined;
  #goal: Position = '';
  #drawn = 0;
  #fault: string | null = null;

  constructor(private readonly parts: RebuildParts) {
    this.#startedAt = parts.options.clock.now().toISOString();
    parts.run.stopping.addEventListener('abort', () => this.callOff(), { once: true });
  }

  get report(): RebuildReport {
    const { kind, generation, resumed } = this.parts;
    return {
      kind, stage: this.#stage, generation: generation.number, resumed, startedAt: this.#startedAt, endedAt: this.#endedAt,
      position: this.#understudy?.writer.position ?? '', goal: this.#goal, events: this.#understudy?.events ?? 0, drawn: this.#drawn,
      rows: this.#compared?.rows ?? 0, differences: this.#compared?.differences ?? null, fault: this.#fault,
    };
  }

  callOff(): void {
    this.#stop.abort();
  }

  /** Never fails: how it ended is in the report. */
  async carryOut(): Promise<RebuildReport> {
    try {
      await this.parts.clear(this.#stop.signal);
      this.#stage = 'building';
      const understudy = (this.#understudy = await this.#opened());
      await persistently(understudy, () => this.#takeOver(understudy), { signal: this.#stop.signal, retry: this.parts.options.retry });
    } catch (error) {
      this.#stage = error instanceof CalledOff ? 'called-off' : 'failed';
      if (this.#stage === 'failed') this.#fault = describeError(error);
    } finally {
      this.#partWays();
      this.#endedAt = this.parts.options.clock.now().toISOString();
    }
    return this.report;
  }

  async #opened(): Promise<Understudy> {
    const { open, generation, options: { clock, log = silentLog } } = this.parts;
    const { store, definition, tenure } = await open(generation);
    const progress = new Progress();
    progress.take(tenure.position, []);
    progress.onChange(({ touched }) => (this.#drawn += touched?.length ?? 0));
    const writer = new ProjectionWriter(tenure.definition, { viewStore: store, progress, now: () => clock.now(), log, overlap: true }, tenure.epoch, tenure.position);
    await writer.parking.load(store);
    return new Understudy(writer, definition, tenure, store);
  }

  async #takeOver(understudy: Understudy): Promise<void> {
    const { run, alone, compare } = this.parts;
    this.#stage = 'building';
    await this.#catchUp(understudy);
    if (alone) {
      return run.inTurn(async () => {
        await this.#join(understudy);
        await this.#conclude(understudy);
      });
    }
    await run.inTurn(() => this.#join(understudy));
    if (compare) await this.#compare(understudy);
    await run.inTurn(() => this.#conclude(understudy));
  }

  /** By itself, until no more than a batch is missing. */
  async #catchUp(understudy: Understudy): Promise<void> {
    const { eventStore, batchSize = mostAtOnce } = this.parts.options;
    for (let round = 0; round < mostRounds; round += 1) {
      const upTo = (this.#goal = await this.#where());
      const taken = await understudy.catchUp({ eventStore, upTo, batchSize, signal: this.#stop.signal });
      await understudy.writer.tick(undefined, this.#stop.signal);
      this.#mustGoOn();
      if (taken <= batchSize) return;
    }
  }

  /** From here on it takes each step with the view that serves. Within a turn. */
  async #join(understudy: Understudy): Promise<void> {
    const { run, alone, compare, options: { eventStore, clock, batchSize = mostAtOnce } } = this.parts;
    if (!alone && run.state !== 'live') throw new OutOfStep('the view that serves is not live');
    const upTo = (this.#goal = await this.#where());
    await understudy.catchUp({ eventStore, upTo, batchSize, signal: this.#stop.signal });
    if (understudy.writer.position !== upTo) throw new OutOfStep('the new generation is ahead of the one that serves');
    await this.#tickBoth(understudy, clock.now());
    this.#mustGoOn();
    understudy.comparison = compare ? this.#comparisonWith(understudy) : undefined;
    understudy.inStep = true;
    if (!alone) run.companion = understudy;
  }

  async #tickBoth({ writer }: Understudy, now: Date): Promise<void> {
    if (!this.parts.alone) await this.parts.run.tickWithin(now);
    if (this.parts.run.companion === undefined) await writer.tick(now);
  }

  #comparisonWith(understudy: Understudy): Comparison {
    const serving = this.parts.serving();
    const collections = [...new Set([...this.parts.generation.collections, ...serving.collections])];
    const comparison = new Comparison({ collections, comparable: comparableOf(understudy.definition) }, serving, understudy.store);
    serving.changed = understudy.store.changed = (rows) => comparison.changed(rows);
    return (this.#compared = comparison);
  }

  /** A page a turn, so that the feed waits for no more than that. */
  async #compare(understudy: Understudy): Promise<void> {
    this.#stage = 'comparing';
    const { run } = this.parts;
    for (let more = true; more; ) {
      this.#mustGoOn();
      more = await run.inTurn(async () => {
        await this.#mustBeInStep(understudy);
        return understudy.comparison?.page() ?? false;
      });
      await otherWork();
    }
  }

  /** Within a turn: nothing changes between the last look and the switch. */
  async #conclude(understudy: Understudy): Promise<void> {
    const { switchIn, switchTo, options: { clock } } = this.parts;
    await this.#mustBeInStep(understudy);
    await this.#tickBoth(understudy, clock.now());
    await this.#mustBeInStep(understudy);
    await understudy.comparison?.settle();
    this.#mustGoOn();
    if (switchIn) {
      this.#stage = 'switching';
      await understudy.writer.flush();
      await switchTo(understudy);
    }
    this.#stage = switchIn ? 'switched' : 'compared';
  }

  #partWays(): void {
    const { run, serving } = this.parts;
    if (run.companion === this.#understudy) run.companion = undefined;
    for (const store of [serving(), this.#understudy?.store]) if (store) store.changed = undefined;
  }

  /** Up to where it has to go: where the serving view is, or where that cannot be followed, where the log ends. */
  async #where(): Promise<Position> {
    const { run, alone, options: { eventStore } } = this.parts;
    return alone || !run.writer ? eventStore.head() : run.writer.position;
  }

  async #mustBeInStep(understudy: Understudy): Promise<void> {
    if (!this.parts.alone) await this.parts.run.writer?.settled();
    if (!understudy.inStep) throw new OutOfStep('the new generation fell out of step with the one that serves');
  }

  #mustGoOn(): void {
    if (this.#stop.signal.aborted) throw new CalledOff();
  }
}
