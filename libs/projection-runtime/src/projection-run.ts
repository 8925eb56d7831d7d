import type { FeedBatch, Position } from '@kring/event-store';
import { describeError, silentLog, type Log } from '@kring/platform';
import { ProjectionFenced } from '@kring/view-store';
import { pause } from './back-off.ts';
import type { Companion, Tenure } from './companion.ts';
import type { Pace, ViewChange } from './definition.ts';
import { Feed } from './feed.ts';
import { Lag } from './lag.ts';
import type { ParkedEvent, ParkedPage } from './parking.ts';
import type { ProjectionHandle, ProjectionOptions, ProjectionState } from './projection-handle.ts';
import { ProjectionWriter } from './projection-writer.ts';
import { Progress } from './progress.ts';
import type { Redriven } from './redrive.ts';
import { Turns } from './turns.ts';
import { WaitingRoom } from './waiting-room.ts';

/** Events that are taken in one step, when nothing else is asked. */
const defaultBatchSize = 500;

/** Follows the feed with one writer, until it is stopped or fenced. */
export class ProjectionRun implements ProjectionHandle {
  readonly ended: Promise<void>;
  state: ProjectionState = 'starting';
  companion: Companion | undefined;
  readonly #stop = new AbortController();
  readonly #progress = new Progress();
  readonly #turns = new Turns();
  readonly #lag: Lag;
  readonly #caughtUp = Promise.withResolvers<void>();
  readonly #feed: Feed;
  readonly #waiting: WaitingRoom;
  #writer: ProjectionWriter | undefined;
  #workLeft = true;

  constructor(readonly name: string, private readonly takeOffice: () => Promise<Tenure>, private readonly options: ProjectionOptions) {
    this.#lag = new Lag(options.clock);
    this.#caughtUp.promise.catch(() => undefined);
    const { eventStore, batchSize = defaultBatchSize, retry } = options;
    this.#feed = new Feed({
      eventStore, batchSize, retry,
      start: () => this.inTurn(() => this.#start()),
      take: (batch, pace, isStale) => this.inTurn(async () => (isStale() ? undefined : this.#take(batch, pace))),
      taken: () => this.#progress.taken,
      failed: (error, failures) => this.#failed(error, failures),
    });
    this.#waiting = new WaitingRoom({
      name, eventStore, log: this.#log, writer: () => this.#writer, isLive: () => this.state === 'live', signal: this.#stop.signal, inTurn: (work) => this.inTurn(work),
    });
    this.ended = Promise.all([this.#feed.follow(this.#stop.signal), this.#tickOn()]).then(() => this.#end());
  }

  /** Aborted when it is told to stop, or was fenced: whatever holds a turn lets go of it then. */
  get stopping(): AbortSignal {
    return this.#stop.signal;
  }

  get position(): Position {
    return this.#progress.position;
  }

  get lag(): number {
    return this.#lag.milliseconds(this.state === 'live');
  }

  get parked(): readonly string[] {
    return this.#waiting.partitions;
  }

  get writer(): ProjectionWriter | undefined {
    return this.#writer;
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

  parkedEvents(partition: string, limit = 100): Promise<readonly ParkedEvent[]> {
    return this.#waiting.of(partition, limit);
  }

  parkedPage(page: { readonly after?: string; readonly limit: number }): Promise<ParkedPage> {
    return this.#waiting.page(page);
  }

  async redrive(partition: string): Promise<Redriven> {
    await this.whenCaughtUp();
    return this.#waiting.redrive(partition);
  }

  async tick(): Promise<void> {
    if (this.#writer && this.state === 'live') await this.inTurn(() => this.tickWithin(this.options.clock.now()));
  }

  async stop(): Promise<void> {
    this.#stop.abort();
    await this.ended;
  }

  /** One step at a time: the feed, the ticks, redrives and a rebuild share the view and its epoch. */
  inTurn<T>(work: () => Promise<T>): Promise<T> {
    return this.#turns.take(work);
  }

  /**
   * Makes ready to go on with another view, within a turn; the answer does it, at once and without fail. Those who wait and
   * listen notice no more than that everything may have changed.
   */
  async readyToGoOnWith(tenure: Tenure): Promise<() => void> {
    const writer = await this.#writerOf(tenure);
    return () => {
      const former = this.#writer?.position;
      this.#writer = writer;
      this.#waiting.remember();
      this.companion = undefined;
      this.#progress.restart(tenure.position);
      if (former !== tenure.position) this.#feed.restart();
      else this.#waiting.tryAgain();
    };
  }

  /** The claim is made once: to claim again after a failure would fence whoever took over meanwhile. */
  async #start(): Promise<Position> {
    if (this.#writer) await this.#writer.catchUpWithStore();
    else {
      const tenure = await this.takeOffice();
      const writer = await this.#writerOf(tenure);
      this.#progress.take(tenure.position, null);
      this.#writer = writer;
      this.#waiting.remember();
    }
    this.state = 'catching-up';
    return this.#writer!.position;
  }

  #failed(error: unknown, failures: number): boolean {
    if (error instanceof ProjectionFenced) {
      this.#fenced();
      return false;
    }
    this.state = 'retrying';
    this.#log.warn('projection tries again', { projection: this.name, failures, error: describeError(error) });
    return true;
  }

  async #writerOf({ definition, viewStore, epoch, position, overlap }: Tenure): Promise<ProjectionWriter> {
    const { clock } = this.options;
    const writer = new ProjectionWriter(definition, { viewStore, progress: this.#progress, now: () => clock.now(), log: this.#log, overlap }, epoch, position);
    await writer.parking.load(viewStore);
    return writer;
  }

  async #take(batch: FeedBatch, pace: Pace): Promise<void> {
    const writer = this.#writer!;
    const from = writer.position;
    const events = batch.events.filter((event) => event.position > from);
    try {
      await writer.take(events, pace, batch.position > from ? batch.position : from);
      if (pace === 'live') await this.#show(writer);
      else this.#workLeft = true;
    } catch (error) {
      // Said within the turn: a tick that comes next must not write at a position that the store may have left.
      this.state = 'retrying';
      throw error;
    }
    await this.companion?.follow({ from, events, to: writer.position, pace });
    this.#lag.took(events.at(-1));
    if (!batch.caughtUp) return;
    this.state = 'live';
    this.#caughtUp.resolve();
    this.#waiting.tryAgain();
  }

  /** What was left while behind, by this run or by one before it, is done first. */
  async #show(writer: ProjectionWriter): Promise<void> {
    await writer.settled();
    if (this.#workLeft) await writer.tick(undefined, this.stopping);
    if (this.stopping.aborted) return;
    this.#workLeft = false;
    this.#progress.show();
  }

  /** Makes the changes of one instant, and has whoever goes along make those of the same. Within a turn. */
  async tickWithin(now: Date): Promise<void> {
    const writer = this.#writer!;
    try {
      await writer.tick(now);
    } catch (error) {
      if (!(error instanceof ProjectionFenced)) await writer.catchUpWithStore().catch(() => undefined);
      throw error;
    }
    await this.companion?.tick(now);
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
      await this.inTurn(async () => this.#writer?.flush()).catch(() => undefined);
    }
    this.#progress.end();
    this.#caughtUp.reject(new Error(`projection ${this.name} ended before it had caught up`));
  }

  get #log(): Log {
    return this.options.log ?? silentLog;
  }
}
