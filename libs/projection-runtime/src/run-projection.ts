import type { FeedBatch, Position } from '@kring/event-store';
import { describeError, silentLog, type Log } from '@kring/platform';
import { ProjectionFenced } from '@kring/view-store';
import { defaultRetry, delayBefore, pause } from './back-off.ts';
import type { Pace, ProjectionDefinition, ViewChange } from './definition.ts';
import { Lag } from './lag.ts';
import type { ParkedEvent } from './parking.ts';
import type { ProjectionHandle, ProjectionOptions, ProjectionState } from './projection-handle.ts';
import { ProjectionWriter } from './projection-writer.ts';
import { Progress } from './progress.ts';
import { redrivePartition, type Redriven } from './redrive.ts';

/** Events that are taken in one step, when nothing else is asked. */
const defaultBatchSize = 500;

class ProjectionRun implements ProjectionHandle {
  readonly ended: Promise<void>;
  state: ProjectionState = 'starting';
  readonly #stop = new AbortController();
  readonly #progress = new Progress();
  readonly #lag: Lag;
  readonly #caughtUp = Promise.withResolvers<void>();
  #writer: ProjectionWriter | undefined;
  #parkedBefore: string[] = [];
  #workLeft = true;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(private readonly definition: ProjectionDefinition, private readonly options: ProjectionOptions) {
    this.#lag = new Lag(options.clock);
    this.#caughtUp.promise.catch(() => undefined);
    this.ended = Promise.all([this.#follow(), this.#tickOn()]).then(() => this.#end());
  }

  get name(): string {
    return this.definition.name;
  }

  get position(): Position {
    return this.#progress.position;
  }

  get lag(): number {
    return this.#lag.milliseconds(this.state === 'live');
  }

  get parked(): readonly string[] {
    return this.#writer?.parking.partitions ?? [];
  }

  waitFor(position: Position, timeoutMs: number): Promise<boolean> {
    return this.#progress.waitFor(position, timeoutMs);
  }

  onChange(listener: (change: ViewChange) => void): () => void {
    return this.#progress.onChange(listener);
  }

  whenCaughtUp(): Promise<void> {
    return this.#caughtUp.promise;
  }

  async parkedEvents(partition: string, limit = 100): Promise<readonly ParkedEvent[]> {
    return (await this.#writer?.parking.of(partition, this.options.viewStore, limit)) ?? [];
  }

  async redrive(partition: string): Promise<Redriven> {
    await this.whenCaughtUp();
    const writer = this.#writer;
    if (!writer || this.state !== 'live') throw new Error(`projection ${this.name} is ${this.state}; redrive when it is live`);
    const { eventStore, viewStore } = this.options;
    return redrivePartition(partition, { writer, eventStore, viewStore, inTurn: (work) => this.#inTurn(work) });
  }

  async tick(): Promise<void> {
    const writer = this.#writer;
    if (writer && this.state === 'live') await this.#inTurn(() => writer.tick());
  }

  async stop(): Promise<void> {
    this.#stop.abort();
    await this.ended;
  }

  /** One step at a time: the feed, the ticks and redrives share the view and its epoch. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(work);
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  async #follow(): Promise<void> {
    const { signal } = this.#stop;
    for (let failures = 0; !signal.aborted; ) {
      const before = this.#progress.taken;
      try {
        await this.#subscribe();
      } catch (error) {
        if (error instanceof ProjectionFenced) return this.#fenced();
        failures = this.#progress.taken > before ? 1 : failures + 1;
        this.state = 'retrying';
        this.#log.warn('projection tries again', { projection: this.name, failures, error: describeError(error) });
        await pause(delayBefore(failures - 1, this.options.retry ?? defaultRetry), signal);
      }
    }
  }

  async #subscribe(): Promise<void> {
    const writer = await this.#inTurn(() => this.#own());
    const { eventStore, batchSize = defaultBatchSize } = this.options;
    this.state = 'catching-up';
    for await (const batch of eventStore.subscribe({ after: writer.position, signal: this.#stop.signal, batchSize })) {
      await this.#inTurn(() => this.#take(writer, batch));
    }
  }

  /** The claim is made once: to claim again after a failure would fence whoever took over meanwhile. */
  async #own(): Promise<ProjectionWriter> {
    const { viewStore, clock } = this.options;
    if (this.#writer) {
      await this.#writer.catchUpWithStore();
      return this.#writer;
    }
    const { epoch, position } = await viewStore.claim(this.name);
    const parts = { viewStore, progress: this.#progress, now: () => clock.now(), log: this.#log };
    const writer = new ProjectionWriter(this.definition, parts, epoch, position);
    await writer.parking.load(viewStore);
    this.#parkedBefore = [...writer.parking.partitions];
    this.#progress.take(position, null);
    this.#writer = writer;
    return writer;
  }

  async #take(writer: ProjectionWriter, batch: FeedBatch): Promise<void> {
    const fresh = batch.events.filter((event) => event.position > writer.position);
    try {
      const pace = await this.#paceOf(batch);
      await writer.take(fresh, pace);
      this.#progress.take(batch.position, []);
      if (pace === 'live') await this.#show(writer);
      else this.#workLeft = true;
    } catch (error) {
      // Said within the turn: a tick that comes next must not write at a position that the store may have left.
      this.state = 'retrying';
      throw error;
    }
    this.#lag.took(fresh.at(-1));
    if (!batch.caughtUp) return;
    this.state = 'live';
    this.#caughtUp.resolve();
    this.#retryParked();
  }

  /** Only a full batch may have more behind it, once the feed has caught up. */
  async #paceOf({ events, position, caughtUp }: FeedBatch): Promise<Pace> {
    if (this.state !== 'live') return caughtUp ? 'live' : 'behind';
    const full = events.length >= (this.options.batchSize ?? defaultBatchSize);
    return full && position < (await this.options.eventStore.head()) ? 'behind' : 'live';
  }

  /** What was left while behind, by this run or by one before it, is done first. */
  async #show(writer: ProjectionWriter): Promise<void> {
    if (this.#workLeft) await writer.tick();
    this.#workLeft = false;
    this.#progress.show();
  }

  /** What made an event poisonous may have been mended since the last start, so each start tries the parked ones once. */
  #retryParked(): void {
    const waiting = this.#parkedBefore.splice(0);
    void (async () => {
      for (const partition of waiting) if (!this.#stop.signal.aborted) await this.redrive(partition);
    })().catch((error: unknown) => this.#log.warn('parked events could not be tried again', { projection: this.name, error: describeError(error) }));
  }

  async #tickOn(): Promise<void> {
    const { signal } = this.#stop;
    while (!signal.aborted) {
      await pause(this.options.tickMs ?? 1_000, signal);
      if (signal.aborted) return;
      await this.tick().catch((error: unknown) => {
        if (error instanceof ProjectionFenced) return this.#fenced();
        this.#log.warn('projection could not do what is due', { projection: this.name, error: describeError(error) });
      });
    }
  }

  #fenced(): void {
    this.state = 'fenced';
    this.#log.error('projection was taken over by a later owner', { projection: this.name });
    this.#stop.abort();
  }

  async #end(): Promise<void> {
    if (this.state !== 'fenced') {
      this.state = 'stopped';
      await this.#inTurn(async () => this.#writer?.flush()).catch(() => undefined);
    }
    this.#progress.end();
    this.#caughtUp.reject(new Error(`projection ${this.name} ended before it had caught up`));
  }

  get #log(): Log {
    return this.options.log ?? silentLog;
  }
}

/**
 * Runs a projection in this process until it is stopped: claims it, follows the feed from its checkpoint, and keeps trying
 * when a store is away.
 */
export const runProjection = (definition: ProjectionDefinition, options: ProjectionOptions): ProjectionHandle => new ProjectionRun(definition, options);
