import type { JsonObject, RecordedEvent } from '@kring/event-store';
import { countOf, uuidAt } from './event-ids.ts';
import type { Page } from './log-file.ts';
import { positionOf } from './position.ts';

/** The events of a page from its `skip`th on. */
export const fromPage = (page: Page, skip: number): RecordedEvent[] => {
  const lines = page.events.split('\n');
  const recordedAt = new Date(page.recorded).toISOString();
  const events: RecordedEvent[] = [];
  for (let index = Math.max(skip, 0); index < countOf(page); index += 1) {
    events.push(
      recordedEvent(
        { id: uuidAt(page.ids, index), stream: page.stream, revision: page.revision + index, position: positionOf(page.position + index), recordedAt },
        lines[index * 3]!,
        lines[index * 3 + 1]!,
        lines[index * 3 + 2]!,
      ),
    );
  }
  return events;
};

type Head = Pick<RecordedEvent, 'id' | 'stream' | 'revision' | 'position' | 'recordedAt'>;

/** Most readers look at the type and one of the two; own getters parse on first use, and survive a spread. */
const recordedEvent = (head: Head, type: string, dataText: string, metadataText: string): RecordedEvent => {
  let data: JsonObject | undefined;
  let metadata: JsonObject | undefined;
  return {
    id: head.id,
    type,
    stream: head.stream,
    revision: head.revision,
    position: head.position,
    recordedAt: head.recordedAt,
    get data() {
      return (data ??= JSON.parse(dataText) as JsonObject);
    },
    get metadata() {
      return (metadata ??= JSON.parse(metadataText) as JsonObject);
    },
  };
};
