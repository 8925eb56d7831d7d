import type { EventStore, RecordedEvent } from '@kring/event-store';
import type { ParkedEvent } from './parking.ts';
import type { ProjectionWriter } from './projection-writer.ts';

/** What came of taking a parked partition again; `waiting` counts those that could be seen waiting, at most a page. */
export type Redriven = { readonly taken: number; readonly waiting: number };

export type RedriveParts = {
  readonly writer: ProjectionWriter;
  readonly eventStore: EventStore;
  /** Runs work when no other step is being taken. */
  readonly inTurn: <T>(work: () => Promise<T>) => Promise<T>;
};

/** Parked events that are read at a time. */
const pageSize = 200;

const stored = async (eventStore: EventStore, { stream, revision, eventId }: ParkedEvent): Promise<RecordedEvent> => {
  const options = revision === null ? {} : { from: revision, batchSize: 1 };
  for await (const events of eventStore.readStream(stream, options)) {
    const event = events.find(({ id }) => id === eventId);
    if (event) return event;
  }
  throw new Error('a parked event is not in its stream');
};

/** Takes the parked events of a partition again, in the order of the log, until one fails again or none is left. */
export const redrivePartition = async (partition: string, { writer, eventStore, inTurn }: RedriveParts): Promise<Redriven> => {
  for (let taken = 0; ; ) {
    const waiting = await writer.parking.of(partition, writer.viewStore, pageSize);
    for (const [index, parked] of waiting.entries()) {
      const event = await stored(eventStore, parked);
      if (!(await inTurn(() => writer.takeAgain(partition, event)))) return { taken, waiting: waiting.length - index };
      taken += 1;
    }
    // Looked at and opened in one turn, so that the feed cannot park another event of it in between.
    const emptied = await inTurn(async () => {
      const left = await writer.parking.of(partition, writer.viewStore, 1);
      if (left.length === 0) writer.parking.open(partition);
      return left.length === 0;
    });
    if (emptied) return { taken, waiting: 0 };
  }
};
