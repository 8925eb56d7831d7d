import { Failure } from '../failure.ts';
import { printJson, type Terminal } from '../terminal.ts';
import { regionsFolder } from '../token/demo-accounts.ts';
import { toFile, toTerminal, type Outflow } from './outflow.ts';
import type { SimulateOptions } from './simulate.command.ts';

/** What was made up, in figures. */
export type Summary = {
  readonly region: string;
  readonly households: number;
  readonly years: number;
  readonly seed: string;
  readonly events: number;
  readonly bytes: number;
  /** Events that were sent a second time, counted among the events. */
  readonly repeated: number;
  readonly partners: Readonly<Record<string, number>>;
  readonly files: readonly string[];
};

const everySoMany = 10_000;

/** `town.ndjson` for a partner becomes `town.<partner>.ndjson`. */
const fileOf = (out: string, partner: string): string => out.replace(/(\.[^./\\]+)?$/, (ending) => `.${partner}${ending}`);

/** Opens what is written to when it is first written to. */
class Sheets {
  readonly #open = new Map<string, Outflow>();

  constructor(private readonly options: SimulateOptions, private readonly terminal: Terminal) {}

  get files(): string[] {
    return [...this.#open.keys()].filter((name) => name !== '');
  }

  async write(partner: string, text: string): Promise<void> {
    const { out, perPartner } = this.options;
    const name = out === undefined ? '' : perPartner ? fileOf(out, partner) : out;
    const sheet = this.#open.get(name) ?? (name === '' ? toTerminal(this.terminal) : toFile(name));
    this.#open.set(name, sheet);
    await sheet.write(text);
  }

  async end(): Promise<void> {
    for (const sheet of this.#open.values()) await sheet.end();
  }

  async abandon(): Promise<void> {
    for (const sheet of this.#open.values()) await sheet.abandon();
  }
}

const townOfRegion = async (region: string, environment: Terminal['environment']) => {
  const [{ loadRegions }, { townOf }] = await Promise.all([import('@kring/regions'), import('@kring/simulation')]);
  const regions = await loadRegions(regionsFolder(environment));
  const town = townOf(regions, region);
  if (!town) throw new Failure(`there is no such region; there are ${regions.regions.map(({ code }) => code).join(', ')}.`, 2);
  return town;
};

const progress = (terminal: Terminal): ((events: number, at: number) => void) =>
  terminal.watched ? (events, at) => terminal.err(`\r${events} events, ${new Date(at).toISOString().slice(0, 10)}\u001b[K`) : () => undefined;

/** Makes up what a municipality's partners publish, and writes it as it comes: no more is held than what is going on. */
export const simulated = async (options: SimulateOptions, terminal: Terminal): Promise<void> => {
  const { households, years, seed, region, until, partner: only } = options;
  const town = await townOfRegion(region, terminal.environment);
  if (only !== undefined && !town.partners.some(({ code }) => code === only)) throw new Failure(`there is no such partner in ${region}; there are ${town.partners.map(({ code }) => code).join(', ')}.`, 2);
  const { simulate } = await import('@kring/simulation');
  const sheets = new Sheets(options, terminal);
  const draw = progress(terminal);
  const partners: Record<string, number> = {};
  let [events, bytes, repeated] = [0, 0, 0];
  try {
    for (const { at, partner, event, again } of simulate({ town, households, years, seed, ...(until ? { until } : {}) })) {
      if (only !== undefined && partner !== only) continue;
      const line = `${JSON.stringify(event)}\n`;
      await sheets.write(partner, line);
      events += 1;
      bytes += Buffer.byteLength(line);
      if (again) repeated += 1;
      partners[partner] = (partners[partner] ?? 0) + 1;
      if (events % everySoMany === 0) draw(events, at);
    }
    await sheets.end();
  } catch (error) {
    await sheets.abandon();
    throw error;
  }
  tell({ region, households, years, seed, events, bytes, repeated, partners, files: sheets.files }, options, terminal);
};

/** With the events themselves on standard output, the summary is for whoever watches. */
const tell = (summary: Summary, { out, json }: SimulateOptions, terminal: Terminal): void => {
  if (terminal.watched) terminal.err('\r\u001b[K');
  if (out !== undefined && json) return printJson(terminal, summary);
  const { events, bytes, repeated, partners } = summary;
  const line = `${events} events (${repeated} of them twice) of ${Object.keys(partners).length} partners, ${(bytes / 1_000_000).toFixed(1)} MB\n`;
  if (out === undefined) terminal.err(line);
  else terminal.out(line);
};
