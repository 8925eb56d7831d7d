import type { Measured } from './contender.ts';
import { figureOf, type Missing } from './figure.ts';
import { once, start, type Running } from './running.ts';
import type { Entrant, Figures, Plan } from './plan.ts';

export type Result = Figures | Missing;

/** `warm`: each is measured once before it counts, unless its plan says otherwise. */
export type Conduct = { readonly rounds: number; readonly warm: boolean; readonly say: (line: string) => void };

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error)).split('\n').slice(-1)[0]?.slice(0, 200) ?? 'it failed';

/** All rounds of one figure. */
const figuresOf = (rounds: readonly Measured[]): Figures => {
  const names = Object.keys(rounds[0] ?? {}).filter((name) => name !== 'value');
  const more = names.map((name) => [name, figureOf(rounds.map((round) => round[name] ?? Number.NaN))] as const);
  return { ...figureOf(rounds.map(({ value }) => value)), ...Object.fromEntries(more) };
};

/** One entrant through all rounds: once it fails it takes no further part, and the reason stands for its figure. */
class Course {
  readonly #rounds: Measured[] = [];
  #running: Running | undefined;
  #missing: string | undefined;

  readonly entrant: Entrant;

  constructor(entrant: Entrant) {
    this.entrant = entrant;
  }

  open(): Promise<void> {
    return this.#try(async () => {
      if (!this.entrant.fresh) this.#running = await start(this.entrant);
    });
  }

  warmUp(): Promise<void> {
    return this.#try(async () => void (await this.#running?.measure()));
  }

  measure(): Promise<void> {
    return this.#try(async () => void this.#rounds.push(await (this.#running?.measure() ?? once(this.entrant))));
  }

  async end(): Promise<Result> {
    await this.#running?.end();
    return this.#missing === undefined ? figuresOf(this.#rounds) : { missing: this.#missing };
  }

  async #try(work: () => Promise<void>): Promise<void> {
    if (this.#missing !== undefined) return;
    try {
      await work();
    } catch (error) {
      this.#missing = reasonOf(error);
    }
  }
}

/** Measures all of a plan in turn, round after round: whatever slows the machine for a while slows all of them. */
export const measureAll = async ({ id, entrants, prepare, warmUp = true }: Plan, { rounds, say, warm }: Conduct): Promise<ReadonlyMap<string, Result>> => {
  await prepare?.();
  const courses = entrants.flatMap((entrant) => ('absent' in entrant ? [] : [new Course(entrant)]));
  for (const course of courses) await course.open();
  if (warm && warmUp) for (const course of courses) await course.warmUp();
  for (let round = 1; round <= rounds; round += 1) {
    say(`${id}: round ${round} of ${rounds}`);
    for (const course of courses) await course.measure();
  }
  const results = new Map<string, Result>();
  for (const entrant of entrants) if ('absent' in entrant) results.set(entrant.name, { missing: entrant.absent });
  for (const course of courses) results.set(course.entrant.name, await course.end());
  return results;
};
