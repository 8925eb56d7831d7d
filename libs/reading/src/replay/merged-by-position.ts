import type { RecordedEvent } from '@kring/event-store';

type Reader = { readonly batches: AsyncIterator<readonly RecordedEvent[]>; events: readonly RecordedEvent[]; next: number };

const refilled = async (reader: Reader): Promise<boolean> => {
  while (reader.next >= reader.events.length) {
    const { done, value } = await reader.batches.next();
    if (done) return false;
    [reader.events, reader.next] = [value, 0];
  }
  return true;
};

/** The events of several streams in the order of the log; of each stream one batch is held at a time. */
export async function* mergedByPosition(streams: readonly AsyncIterable<readonly RecordedEvent[]>[]): AsyncGenerator<readonly RecordedEvent[], void> {
  let readers: Reader[] = streams.map((stream) => ({ batches: stream[Symbol.asyncIterator](), events: [], next: 0 }));
  for (;;) {
    const filled = await Promise.all(readers.map(refilled));
    readers = readers.filter((_reader, index) => filled[index]);
    const first = readers.reduce<Reader | undefined>((best, reader) => (best && positionOf(best) < positionOf(reader) ? best : reader), undefined);
    const event = first?.events[first.next];
    if (!first || !event) return;
    first.next += 1;
    yield [event];
  }
}

const positionOf = ({ events, next }: Reader): string => events[next]?.position ?? '';
