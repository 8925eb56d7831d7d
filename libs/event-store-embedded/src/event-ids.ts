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

const fingerprintDigits = 13;

/**
 * A number of 53 bits: two ids hardly ever have the same, and a set of numbers is half the size of a set of texts. The sum
 * of both ends, because UUIDs made from the time differ at the one, and those made by chance after it at the other.
 */
export const fingerprint = (ids: EventIds, index: number): number => {
  const start = index * digits;
  const end = start + digits;
  return Number.parseInt(ids.slice(start, start + fingerprintDigits), 16) + Number.parseInt(ids.slice(end - fingerprintDigits, end), 16);
};
