import type { LoggedEvent } from '@kring/reading';
import type { ReplayEntry } from '@kring/replay';
import { Failure } from '../failure.ts';
import { toTerminal, type Outflow } from '../simulate/outflow.ts';
import type { Terminal } from '../terminal.ts';
import { writeJsonList } from './json-list.ts';
import type { ReplayOptions } from './replay.command.ts';
import type { ReplaySource } from './source/source.ts';
import { entryInDutch, turnedBack } from './words/entry-in-dutch.ts';
import { eventInDutch } from './words/event-in-dutch.ts';

/** The log is read in one direction; to go back through it, this many events are held. */
const mostHeld = 200_000;

const openSource = async (options: ReplayOptions, terminal: Terminal): Promise<ReplaySource> => {
  if (options.data === undefined) {
    const { HubSource } = await import('./source/hub-source.ts');
    return new HubSource(options, terminal);
  }
  const { DataSource } = await import('./source/data-source.ts');
  return DataSource.open(options, terminal);
};

async function* backwards(events: AsyncIterable<LoggedEvent>): AsyncIterable<LoggedEvent> {
  const held: LoggedEvent[] = [];
  for await (const event of events) {
    held.push(event);
    if (held.length > mostHeld) throw new Failure(`there are more than ${mostHeld} events to go back through; begin later with --from, or end earlier with --until.`);
  }
  yield* held.reverse();
}

const written = async <Item>(items: AsyncIterable<Item>, text: (item: Item) => string, outflow: Outflow): Promise<void> => {
  for await (const item of items) await outflow.write(text(item));
};

const household = async (id: string, options: ReplayOptions, source: ReplaySource, outflow: Outflow): Promise<void> => {
  const { back = false, from, until, json } = options;
  const order = back ? 'backwards' : 'forwards';
  const entries = source.household(id, { order, ...(from ? { from } : {}), ...(until ? { until } : {}) });
  if (json) return writeJsonList(outflow, { householdId: id, order }, 'entries', entries);
  return written(entries, (entry: ReplayEntry) => entryInDutch(back ? turnedBack(entry) : entry), outflow);
};

const log = async ({ stream, from, until, back, json }: ReplayOptions, source: ReplaySource, outflow: Outflow): Promise<void> => {
  const events = source.events({ ...(stream ? { stream } : {}), ...(from ? { from } : {}), ...(until ? { until } : {}) });
  const ordered = back ? backwards(events) : events;
  return json ? writeJsonList(outflow, {}, 'events', ordered) : written(ordered, eventInDutch, outflow);
};

/** Goes through history as asked, or asks what other rules would have made of it. Nothing is changed by either. */
export const replayed = async (options: ReplayOptions, terminal: Terminal): Promise<void> => {
  const source = await openSource(options, terminal);
  const outflow = toTerminal(terminal);
  try {
    if (options.rules !== undefined) {
      const { askedWhatIf } = await import('./what-if/asked-what-if.ts');
      await askedWhatIf(options.rules, options, { source, outflow, terminal });
    } else if (options.household !== undefined) await household(options.household, options, source, outflow);
    else await log(options, source, outflow);
    await outflow.end();
  } finally {
    await source.close();
  }
};
