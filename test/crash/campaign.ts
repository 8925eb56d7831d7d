import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pass } from 'node:timers/promises';
import type { Regions } from '@kring/regions';
import { chanceFrom, seedOf } from '../support/chance.ts';
import { freePort, startHubProcess, type HubProcess } from '../support/hub-process.ts';
import { findingsIn, keptIn } from './checker.ts';
import type { Kill } from './kills.ts';
import { Office, type Said } from './load.ts';
import { tearAnywhere, tearLastTransaction } from './wal.ts';

const partners = ['omring', 'noordermaat', 'mee-drenthe', 'meander'];
const newHouseholdsALife = 6;
const findingsTold = 10;
const preload = `--import=${new URL('./kill-at.mjs', import.meta.url).href}`;

/** How a hub died in the end: as was planned, or at a moment because it never came to the chosen commit. */
export type Death = { readonly kill: Kill; readonly asPlanned: boolean };

/** One data folder, published to by four offices, through many lives of the hub that serves it. */
export class Campaign {
  readonly data = mkdtempSync(join(tmpdir(), 'kring-crash-'));
  readonly deaths: Death[] = [];
  readonly #offices: readonly Office[];
  /** The chosen commit did not come in time. */
  #wasLate = false;
  #isKept = false;

  private constructor(private readonly seed: number, regions: Regions, private readonly port: number) {
    this.#offices = partners.map((partner) => new Office({ partner, source: regions.partner(partner)?.sources[0] ?? '', seed }));
  }

  static async begin(seed: number, regions: Regions): Promise<Campaign> {
    return new Campaign(seed, regions, await freePort());
  }

  get promised(): ReadonlyMap<string, Said> {
    return new Map(this.#offices.flatMap(({ acknowledged }) => [...acknowledged]));
  }

  start(env: Readonly<Record<string, string>> = {}): HubProcess {
    return startHubProcess({ data: this.data, port: this.port, env });
  }

  /** Starts the hub, has it published to, kills it, and holds what it left against what it promised. */
  async live(kill: Kill): Promise<void> {
    const hub = this.start(kill.at ? { CRASH_AT: kill.at, NODE_OPTIONS: `${process.env['NODE_OPTIONS'] ?? ''} ${preload}`.trim() } : {});
    try {
      await this.#until(hub, kill);
    } finally {
      await hub.kill();
    }
    const asPlanned = kill.at === undefined || !this.#wasLate;
    const torn = this.#tear(kill, asPlanned);
    this.deaths.push({ kill, asPlanned });
    const findings = await this.check().catch((error: unknown) => [String(error)]);
    if (findings.length === 0) return;
    this.#isKept = true;
    throw new Error(this.#told(kill, findings, torn));
  }

  /** Has everything that was not answered yet published after all, to a hub that nobody kills. */
  async settle(hub: HubProcess): Promise<void> {
    const publishing = Promise.all(this.#offices.map((office) => office.publish(hub)));
    for (const office of this.#offices) office.stop();
    await publishing;
  }

  async check(): Promise<readonly string[]> {
    return findingsIn(await keptIn(this.data), this.promised);
  }

  /** A folder in which something was found is left to be looked into. */
  remove(): void {
    if (!this.#isKept) rmSync(this.data, { recursive: true, force: true });
  }

  async #until(hub: HubProcess, kill: Kill): Promise<void> {
    this.#wasLate = false;
    if (kill.whileStarting) return void (await Promise.race([hub.ended, pass(kill.afterMs)]));
    if (!(await hub.ready())) {
      if (kill.at === undefined || (await hub.ended) !== null) throw new Error(`kill ${this.deaths.length + 1} of seed ${this.seed} (${kill.name}): the hub ended by itself:\n${hub.output()}`);
      return;
    }
    for (const office of this.#offices) office.meet(newHouseholdsALife);
    const publishing = Promise.all(this.#offices.map((office) => office.publish(hub)));
    await Promise.race([hub.ended, pass(kill.afterMs)]);
    this.#wasLate = !hub.hasEnded();
    await hub.kill();
    await publishing;
  }

  #tear({ torn }: Kill, asPlanned: boolean): string {
    const chance = chanceFrom(seedOf(this.seed, `torn ${this.deaths.length}`));
    if (torn === 'log' && asPlanned && tearLastTransaction(join(this.data, 'events.db'), chance)) return ', its log torn';
    if (torn !== 'views') return '';
    for (const store of ['views.db', 'door.db']) tearAnywhere(join(this.data, store), chance);
    return ', its views torn';
  }

  #told({ name, at = 'a moment' }: Kill, findings: readonly string[], torn: string): string {
    const more = findings.length > findingsTold ? [`and ${findings.length - findingsTold} more`] : [];
    return [`after kill ${this.deaths.length} of seed ${this.seed} (${name}, at ${at}${torn}), in ${this.data}:`, ...findings.slice(0, findingsTold), ...more].join('\n');
  }
}
