import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RecordedEvent } from '@kring/event-store';
import { openEmbeddedEventStore } from '@kring/event-store-embedded';
import { historyRow, householdCollections, householdEventOf, householdViewName } from '@kring/projection-runtime';
import { openEmbeddedViewStore } from '@kring/view-store-embedded';
import { numberIn, type Said } from './load.ts';

/** What is wrong, in a line each; nothing when all promises were kept. */
export type Findings = readonly string[];

/** What the stores of a hub that has ended hold; read from a copy, so that the hub itself finds its files as it left them. */
export type Kept = {
  readonly log: readonly RecordedEvent[];
  /** Up to where the circles hold the log. */
  readonly viewed: string;
  /** What the view knows of every household, by key. */
  readonly history: ReadonlyMap<string, string>;
};

const pageRows = 1_000;
const copied = ['events.db', 'events.db-wal', 'views.db', 'views.db-wal'];

export const keptIn = async (data: string): Promise<Kept> => {
  const copy = mkdtempSync(join(tmpdir(), 'kring-check-'));
  try {
    for (const file of copied) if (existsSync(join(data, file))) copyFileSync(join(data, file), join(copy, file));
    return { log: await logIn(copy), ...(await viewIn(copy)) };
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
};

const logIn = async (data: string): Promise<RecordedEvent[]> => {
  const store = await openEmbeddedEventStore({ file: join(data, 'events.db'), now: () => new Date() });
  try {
    return (await Array.fromAsync(store.readAll({ after: '' }))).flat();
  } finally {
    await store.close();
  }
};

const viewIn = async (data: string): Promise<Pick<Kept, 'viewed' | 'history'>> => {
  const store = await openEmbeddedViewStore({ file: join(data, 'views.db') });
  try {
    const history = new Map<string, string>();
    for (let after: string | undefined = ''; after !== undefined; ) {
      const rows = await store.find(householdCollections.history, { after, limit: pageRows });
      for (const { key, value } of rows) history.set(key, Buffer.from(value).toString());
      after = rows.length === pageRows ? rows.at(-1)?.key : undefined;
    }
    return { viewed: await store.checkpoint(householdViewName), history };
  } finally {
    await store.close();
  }
};

/** Holds what is kept against what was promised. */
export const findingsIn = ({ log, viewed, history }: Kept, promised: ReadonlyMap<string, Said>): Findings => {
  const published = log.filter(({ stream, metadata }) => metadata['partner'] !== 'hub' && stream === `${String(metadata['partner'])}-${String(metadata['subject'])}`);
  const byHub = log.filter(({ stream }) => stream.startsWith('hub-'));
  return [...lost(published, promised), ...twice(published), ...disordered(published), ...splitHouseholds(published, promised), ...saidTwice(byHub), ...misread(log, viewed, history)];
};

const idOf = ({ metadata }: RecordedEvent): string => String(metadata['id']);

const lost = (published: readonly RecordedEvent[], promised: ReadonlyMap<string, Said>): Findings => {
  const stored = new Set(published.map(idOf));
  return [...promised.keys()].filter((id) => !stored.has(id)).map((id) => `event ${id} was acknowledged and is lost`);
};

const repeated = (names: readonly string[]): string[] => {
  const seen = new Set<string>();
  return names.filter((name) => seen.has(name) || !seen.add(name));
};

const twice = (published: readonly RecordedEvent[]): Findings => repeated(published.map(idOf)).map((id) => `event ${id} is in the log twice`);

/** What an office says about a household is numbered one by one from the first. */
const disordered = (published: readonly RecordedEvent[]): Findings => {
  const last = new Map<string, number>();
  return published.flatMap(({ stream, data, position }) => {
    const [before, number] = [last.get(stream) ?? 0, numberIn(data)];
    last.set(stream, number);
    return number === before + 1 ? [] : [`${stream} has word ${number} after word ${before}, at ${position}`];
  });
};

/** Whatever is said of one BSN is about one household. */
const splitHouseholds = (published: readonly RecordedEvent[], promised: ReadonlyMap<string, Said>): Findings => {
  const ids = new Map<number, Set<unknown>>();
  for (const event of published) {
    const said = promised.get(idOf(event));
    if (said) ids.set(said.household, (ids.get(said.household) ?? new Set()).add(event.metadata['subject']));
  }
  return [...ids].filter(([, subjects]) => subjects.size > 1).map(([household, subjects]) => `household ${household} became ${[...subjects].join(' and ')}`);
};

/** The hub says a thing once; and while nobody closes a match, a household has no second one. */
const saidTwice = (byHub: readonly RecordedEvent[]): Findings => {
  const matches = new Map(byHub.filter(({ type }) => type === 'nl.kring.matches.detected.v1').map(({ stream, data }) => [`${stream} ${String(data['matchId'])}`, stream]));
  return [
    ...repeated(byHub.map(({ id }) => id)).map((id) => `the hub said ${id} twice`),
    ...repeated(byHub.map(({ type, data }) => `${type} ${JSON.stringify(data)}`)).map((words) => `the hub said twice: ${words}`),
    ...repeated([...matches.values()]).map((stream) => `${stream} has two open matches`),
  ];
};

/** The view holds the log up to its checkpoint: no event less, none more, each as it is there. */
const misread = (log: readonly RecordedEvent[], viewed: string, history: ReadonlyMap<string, string>): Findings => {
  const due = new Map(log.flatMap((recorded) => (recorded.position <= viewed ? (householdEventOf(recorded) ?? []) : [])).map((event) => [historyRow(event).key, Buffer.from(historyRow(event).value).toString()]));
  return [
    ...[...due].filter(([key, value]) => history.get(key) !== value).map(([key]) => `the view, at ${viewed}, ${history.has(key) ? 'holds another' : 'lacks'} ${key}`),
    ...[...history.keys()].filter((key) => !due.has(key)).map((key) => `the view, at ${viewed}, is ahead with ${key}`),
  ];
};
