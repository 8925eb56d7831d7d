import type { NewEvent } from '@kring/event-store';
import { sizeOf } from './stored-event.ts';

/**
 * The events in runs that the server takes at a time. The same events make the same runs, so that an append that was cut
 * short is recognised by the runs that it stored.
 *
 * @throws RangeError when a single event is larger than that.
 */
export const partsOf = (events: readonly NewEvent[], maxBytes: number): readonly (readonly NewEvent[])[] => {
  const parts: NewEvent[][] = [];
  let part: NewEvent[] = [];
  let bytes = 0;
  for (const event of events) {
    const size = sizeOf(event);
    if (size > maxBytes) throw new RangeError(`an event may take ${maxBytes} bytes at the event store, this one takes ${size}`);
    if (bytes + size > maxBytes) {
      parts.push(part);
      [part, bytes] = [[], 0];
    }
    part.push(event);
    bytes += size;
  }
  if (part.length > 0) parts.push(part);
  return parts;
};
