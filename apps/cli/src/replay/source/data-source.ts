import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Caller } from '@kring/access';
import { beforeTheFirst, type EventStore } from '@kring/event-store';
import { circleAt, type HouseholdEvent } from '@kring/household';
import type { KeyStore } from '@kring/key-store';
import { loggedEvent, type LoggedEvent } from '@kring/reading';
import type { Regions } from '@kring/regions';
import { replay, type ReplayEntry } from '@kring/replay';
import { Failure } from '../../failure.ts';
import type { Terminal } from '../../terminal.ts';
import { regionsFolder } from '../../token/demo-accounts.ts';
import type { ReplayOptions } from '../replay.command.ts';
import { LogIndex } from './log-index.ts';
import type { EventsAsked, HouseholdAsked, ReplaySource } from './source.ts';

/** Whoever works on the machine itself sees what an auditor sees, and no more. */
const onlooker: Caller = { kind: 'user', subject: 'operator@terminal', partner: null, roles: ['auditor'] };
const pageSize = 500;

type Opened = { readonly events: EventStore; readonly keys: KeyStore | null; readonly regions: Regions };

/** The stores of a hub that does not run. Nothing sealed is opened; that someone looked is put on record. */
export class DataSource implements ReplaySource {
  #index: LogIndex | undefined;

  private constructor(private readonly opened: Opened, private readonly options: ReplayOptions, private readonly terminal: Terminal) {}

  static async open(options: ReplayOptions, terminal: Terminal): Promise<DataSource> {
    if (!options.reason?.trim()) throw new Failure('say why with --reason: a look at the stores is put on record too.', 2);
    const folder = resolve(options.data ?? '');
    if (!existsSync(join(folder, 'events.db'))) throw new Failure(`there is no events.db in ${folder}; say with --data where the hub keeps its data.`);
    const { loadRegions } = await import('@kring/regions');
    const regions = await loadRegions(regionsFolder(terminal.environment));
    const source = new DataSource({ ...(await openStores(folder, terminal)), regions }, options, terminal);
    try {
      if (options.household !== undefined && (await source.history(options.household)).length === 0) throw new Failure('there is no such household in these stores.');
      await source.#record();
      return source;
    } catch (error) {
      await source.close();
      throw error;
    }
  }

  async *household(id: string, { order, from, until }: HouseholdAsked): AsyncIterable<ReplayEntry> {
    const { regions } = this.opened;
    const history = await this.history(id);
    const rules = regions.rulesFor.bind(regions);
    const now = this.terminal.now().toISOString();
    const { circle: present } = circleAt(history, { householdId: id, asOf: now, knownAt: now }, rules);
    const { sightOf } = await import('@kring/reading');
    const sight = sightOf({ reader: onlooker, relation: 'auditor', present }, regions);
    for (let after: string | undefined; ; ) {
      const page = replay({ householdId: id, history, rules }, sight, { order, from, until: until ?? now, limit: pageSize, after });
      yield* page.entries;
      if (page.next === null) return;
      after = page.next;
    }
  }

  async *events({ stream, from = beforeTheFirst, until }: EventsAsked): AsyncIterable<LoggedEvent> {
    const { events } = this.opened;
    const batches = stream === undefined ? events.readAll({ after: beforeTheFirst }) : events.readStream(stream);
    for await (const batch of batches) {
      for (const event of batch) {
        if (event.position < from) continue;
        if (until !== undefined && event.recordedAt > until) return;
        yield loggedEvent(event);
      }
    }
  }

  async *households(): AsyncIterable<string> {
    yield* (await this.#indexed()).households();
  }

  async history(id: string): Promise<readonly HouseholdEvent[]> {
    return (await this.#indexed()).history(this.opened.events, id);
  }

  async close(): Promise<void> {
    await this.opened.events.close();
    await this.opened.keys?.close();
  }

  async #indexed(): Promise<LogIndex> {
    return (this.#index ??= await LogIndex.of(this.opened.events));
  }

  async #record(): Promise<void> {
    const { events, keys } = this.opened;
    const { household, stream, from, reason = '' } = this.options;
    const [{ ReplayLog }, { Sealer }] = await Promise.all([import('@kring/reading'), import('@kring/sealing')]);
    const log = new ReplayLog(events, keys ?? noKeys, keys ? await Sealer.over(keys) : new Sealer(1), { now: this.terminal.now });
    await log.record({ caller: { ...onlooker, roles: ['operator'] }, householdId: household ?? null, stream: stream ?? (household ? `household:${household}` : 'all'), from, until: undefined, reason });
    if (!keys) this.terminal.err('kring: the keys are not here, so your reason is not on record; that you looked is.\n');
  }
}

/** Without the keys nothing can be sealed, and so no words are kept. */
const noKeys: KeyStore = {
  obtain: () => Promise.resolve(new Map()), find: () => Promise.resolve(new Map()), destroy: () => Promise.resolve(), epoch: () => Promise.resolve(1), close: () => Promise.resolve(),
};

const openStores = async (folder: string, { environment, now }: Terminal): Promise<Omit<Opened, 'regions'>> => {
  const { openEmbeddedEventStore } = await import('@kring/event-store-embedded');
  const { loadOrCreateMasterKey, openEmbeddedKeyStore } = await import('@kring/key-store-embedded');
  const [keyFile, masterKeyFile] = [join(folder, 'keys.db'), environment['KRING_MASTER_KEY_FILE'] || join(folder, 'master.key')];
  const events = await openEmbeddedEventStore({ file: join(folder, 'events.db'), now }).catch(unusable);
  try {
    const hasKeys = existsSync(keyFile) && existsSync(masterKeyFile);
    return { events, keys: hasKeys ? await openEmbeddedKeyStore({ file: keyFile, masterKey: loadOrCreateMasterKey(masterKeyFile) }) : null };
  } catch (error) {
    await events.close();
    throw error;
  }
};

/** The store says in its own words what is wrong, such as that a hub has it open. */
const unusable = (error: unknown): never => {
  if (!(error instanceof Error) || error.name !== 'DatabaseUnusable') throw error;
  throw new Failure(`the stores cannot be opened: ${error.message.split('\n')[0]}; where a hub runs on them, ask it with --user instead of --data.`);
};
