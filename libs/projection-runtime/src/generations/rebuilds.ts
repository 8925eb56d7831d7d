import { describeError, silentLog } from '@kring/platform';
import { pause } from '../back-off.ts';
import type { Tenure } from '../companion.ts';
import type { PinnableView, RebuildableDefinition } from '../definition.ts';
import type { ProjectionOptions } from '../projection-handle.ts';
import { ProjectionRun } from '../projection-run.ts';
import { Turns } from '../turns.ts';
import { dropRows } from './drop.ts';
import { onlyTheFirst, withNew, withServing, withoutBuilding, withoutDropped, withoutOthers, type Generation } from './generation.ts';
import { GenerationStore } from './generation-store.ts';
import { Rebuild } from './rebuild.ts';
import { RebuildRefused, type RebuildOptions, type RebuildReport } from './rebuild-report.ts';
import { Register } from './register.ts';
import { ServingView } from './serving-view.ts';
import type { Understudy } from './understudy.ts';

/** Milliseconds that a generation keeps its rows after another took its place, for those who are still reading it. */
const graceMs = 10_000;

type Opened = { readonly definition: RebuildableDefinition; readonly store: GenerationStore; readonly tenure: Tenure };
type Errand = Pick<RebuildReport, 'kind'> & { readonly generation: Generation; readonly resumed: boolean; readonly switchIn: boolean };

/** The generations of one projection that runs here: makes new ones, goes back to the former one, and drops what is not wanted. */
export class Rebuilds {
  readonly run: ProjectionRun;
  readonly view: PinnableView;
  readonly #name: string;
  readonly #clearings = new Turns();
  #register: Register | undefined;
  #serving: GenerationStore | undefined;
  #rebuild: Rebuild | undefined;
  #busy = false;
  #settled: Promise<RebuildReport | null> = Promise.resolve(null);
  #tookOver = -Infinity;

  constructor(private readonly create: () => RebuildableDefinition, private readonly options: ProjectionOptions & { readonly graceMs?: number }) {
    this.#name = create().name;
    this.view = new ServingView(options.viewStore, this.#name, () => (this.run.state === 'fenced' ? undefined : this.generation));
    this.run = new ProjectionRun(this.#name, () => this.#takeOffice(), options);
  }

  /** The generation that serves; undefined until that is known. */
  get generation(): number | undefined {
    return this.#register?.all.serving.number;
  }

  /** The one to go back to. */
  get former(): number | null {
    return this.#register?.all.former?.number ?? null;
  }

  /** The rebuild that runs, or else the last one since the start. */
  get report(): RebuildReport | null {
    return this.#rebuild?.report ?? null;
  }

  /** Begins to make the view anew, or goes on where an attempt was cut short. @throws RebuildRefused */
  rebuild({ fromScratch = false, compareOnly = false }: RebuildOptions = {}): Promise<RebuildReport> {
    return this.#begin(async (register) => {
      const definition = this.create();
      const { building } = register.all;
      const resumed = building !== null && !fromScratch && building.version === definition.version;
      if (!resumed) await register.change((all) => withNew(all, definition), this.run.stopping);
      return { kind: 'rebuild', generation: register.all.building!, resumed, switchIn: !compareOnly };
    });
  }

  /** Begins to bring the former generation up to date, to have it serve again. @throws RebuildRefused */
  back(): Promise<RebuildReport> {
    return this.#begin(async ({ all: { former } }) => {
      if (former === null) throw new RebuildRefused('nothing-to-go-back-to');
      return { kind: 'back', generation: former, resumed: false, switchIn: true };
    });
  }

  /** Drops the former generation, and what an attempt that was cut short left. @throws RebuildRefused */
  async forget(): Promise<void> {
    const register = this.#free();
    await register.change(withoutOthers, this.run.stopping);
    await this.#clear(this.run.stopping);
  }

  /** What was made so far stays, to be gone on with. */
  callOff(): void {
    this.#rebuild?.callOff();
  }

  /** Settles when no rebuild runs any more, with how the last one ended. */
  whenSettled(): Promise<RebuildReport | null> {
    return this.#settled;
  }

  async #begin(plan: (register: Register) => Promise<Errand>): Promise<RebuildReport> {
    const register = this.#free();
    this.#busy = true;
    try {
      const rebuild = this.#rebuildFor(await plan(register));
      this.#rebuild = rebuild;
      this.#settled = this.#carryOut(rebuild);
      return rebuild.report;
    } catch (error) {
      this.#busy = false;
      throw error;
    }
  }

  #free(): Register {
    if (this.#busy) throw new RebuildRefused('rebuild-running');
    const followed = this.run.state === 'live' || this.run.state === 'retrying';
    if (!this.#register || !followed) throw new RebuildRefused('projection-not-followed');
    return this.#register;
  }

  #rebuildFor(errand: Errand): Rebuild {
    const alone = this.run.state !== 'live';
    return new Rebuild({
      ...errand, run: this.run, options: this.options, alone, compare: !alone && errand.kind === 'rebuild',
      clear: (signal) => this.#clear(signal),
      open: (generation) => this.#open(generation),
      serving: () => this.#serving!,
      switchTo: (understudy) => this.#switchTo(understudy, errand.generation, alone),
    });
  }

  async #carryOut(rebuild: Rebuild): Promise<RebuildReport> {
    const { log = silentLog } = this.options;
    const report = await rebuild.carryOut();
    const { stage, generation, events, rows, differences, fault } = report;
    const facts = { projection: this.#name, stage, generation, events, rows, differences: differences?.count ?? null, fault };
    if (stage === 'failed') log.error('a rebuild failed', facts);
    else log.info('a rebuild ended', facts);
    try {
      if (stage === 'compared') {
        await this.#register?.change(withoutBuilding, this.run.stopping);
        await this.#clear(this.run.stopping);
      }
    } catch (error) {
      log.warn('a generation could not be dropped', { projection: this.#name, error: describeError(error) });
    } finally {
      this.#busy = false;
    }
    return report;
  }

  async #takeOffice(): Promise<Tenure> {
    const definition = this.create();
    const register = await Register.claim(this.options.viewStore, this.#name, onlyTheFirst(definition));
    const { store, tenure } = await this.#open(register.all.serving, definition);
    this.#serving = store;
    this.#register = register;
    this.#clear(this.run.stopping).catch((error: unknown) =>
      (this.options.log ?? silentLog).warn('a generation could not be dropped', { projection: this.#name, error: describeError(error) }));
    return tenure;
  }

  async #open(generation: Generation, definition = this.create()): Promise<Opened> {
    const store = new GenerationStore(this.options.viewStore, generation);
    return { definition, store, tenure: { definition, viewStore: store, overlap: true, ...(await store.claim(this.#name)) } };
  }

  /** The register is one row, so all readers see the new generation from one commit on. Within a turn. */
  async #switchTo(understudy: Understudy, generation: Generation, alone: boolean): Promise<void> {
    const register = this.#register!;
    if (!alone) await this.run.writer?.flush();
    const goOn = await this.run.readyToGoOnWith(understudy.standing);
    await register.change((all) => withServing(all, generation), this.run.stopping);
    this.#tookOver = performance.now();
    this.#serving = understudy.store;
    goOn();
  }

  /** One at a time, and not before those who were reading what is dropped are done. */
  #clear(signal: AbortSignal): Promise<void> {
    return this.#clearings.take(async () => {
      const register = this.#register!;
      for (const generation of register.all.dropping) {
        await pause(Math.max(0, this.#tookOver + (this.options.graceMs ?? graceMs) - performance.now()), signal);
        if (signal.aborted || !(await dropRows(this.options.viewStore, this.#name, generation, signal))) return;
        await register.change((all) => withoutDropped(all, generation.number), this.run.stopping);
      }
    });
  }
}

export type RebuildableOptions = ConstructorParameters<typeof Rebuilds>[1];

/** Runs a projection of which the view can be made anew beside the one that serves; see `runProjection`. */
export const runRebuildable = (create: () => RebuildableDefinition, options: RebuildableOptions): Rebuilds => new Rebuilds(create, options);
