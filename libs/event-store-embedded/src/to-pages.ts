import type { NewEvent } from '@kring/event-store';
import { idBytes, type NewPage } from './log-file.ts';

/** A reader reads whole pages: small enough to skip into, large enough to spare rows and index entries. */
const pageEvents = 64;
const pageLength = 48 * 1024;

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
// eslint-disable-next-line no-control-regex
const oneLine = /^[^\u0000-\u001f\u007f]{1,500}$/u;

/** @throws TypeError for an id that is not a UUID or a type that is not one line of text. */
export const toPages = (events: readonly NewEvent[]): NewPage[] => {
  const pages: NewPage[] = [];
  let ids = '';
  let text = '';
  let count = 0;
  const finish = (): void => {
    pages.push({ ids: Buffer.from(ids, 'hex'), events: text });
    ids = '';
    text = '';
    count = 0;
  };
  for (const event of events) {
    ids += compactId(event.id);
    text += `${checkedName('type of an event', event.type)}\n${JSON.stringify(event.data)}\n${JSON.stringify(event.metadata)}\n`;
    count += 1;
    if (count === pageEvents || text.length >= pageLength) finish();
  }
  if (count > 0) finish();
  return pages;
};

export const checkedName = (what: string, name: string): string => {
  if (!oneLine.test(name) || !name.isWellFormed()) throw new TypeError(`the ${what} must be one line of 1 to 500 characters`);
  return name;
};

export const weightOf = (pages: readonly NewPage[]): number => pages.reduce((sum, page) => sum + page.events.length + page.ids.byteLength, 0);

const compactId = (id: string): string => {
  if (!uuid.test(id)) throw new TypeError('the id of an event must be a UUID');
  return id.replaceAll('-', '');
};

export const idAt = (ids: Uint8Array, index: number): string => {
  const hex = Buffer.from(ids.buffer, ids.byteOffset + index * idBytes, idBytes).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
};
