/**
 * The ids of a page in memory: the hexadecimal digits of its UUIDs in a row, without dashes. Text passes between threads and
 * through JavaScript much faster than small arrays of bytes; in the file they are 16 bytes each.
 */
export type EventIds = string;

const digits = 32;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** @throws TypeError */
export const compactId = (id: string): EventIds => {
  if (!uuid.test(id)) throw new TypeError('the id of an event must be a UUID');
  return id.replaceAll('-', '').toLowerCase();
};

export const countOf = ({ ids }: { readonly ids: EventIds }): number => ids.length / digits;

export const idAt = (ids: EventIds, index: number): EventIds => ids.slice(index * digits, (index + 1) * digits);

export const uuidAt = (ids: EventIds, index: number): string => {
  const start = index * digits;
  const part = (from: number, to: number): string => ids.slice(start + from, start + to);
  return `${part(0, 8)}-${part(8, 12)}-${part(12, 16)}-${part(16, 20)}-${part(20, digits)}`;
};

/** A number of 28 bits, which a set holds without allocating: two ids rarely have the same. The last digits are random in every version. */
export const fingerprint = (ids: EventIds, index: number): number => Number.parseInt(ids.slice((index + 1) * digits - 7, (index + 1) * digits), 16);
