import type { NewEvent } from '@kring/event-store';
import { compactId } from './event-ids.ts';
import type { NewPage } from './log-file.ts';

/** A reader reads whole pages: small enough to skip into, large enough to spare rows and index entries. */
const pageEvents = 64;
const pageLength = 48 * 1024;

const oneLine = /^[^\u0000-\u001f\u007f]{1,500}$/u;

/** @throws TypeError for an id that is not a UUID or a type that is not one line of text. */
export const toPages = (events: readonly NewEvent[]): NewPage[] => {
  const pages: NewPage[] = [];
  let ids = '';
  let text = '';
  let count = 0;
  const finish = (): void => {
    pages.push([ids, text]);
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

export const weightOf = (pages: readonly NewPage[]): number => pages.reduce((sum, [ids, text]) => sum + ids.length + text.length, 0);
