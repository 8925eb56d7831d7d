import type { ViewCommit, ViewRow } from '@kring/view-store';

/** A row has at most this many terms, as the port says. */
export const maxTerms = 64;
/** An entry of an index is at most a third of a page of 8 KiB; beyond it the server would refuse the whole step. */
const maxIndexBytes = 2_600;

type Place = { readonly collection: string; readonly key: string };

const nameOf = ({ collection, key }: Place): string => `${collection}\0${key}`;

/** Steps that lock the same rows lock them in one order, so that none waits for another that waits for it. */
const inOrder = <Located extends Place>(places: Iterable<Located>): Located[] =>
  [...places].sort((one, other) => (nameOf(one) < nameOf(other) ? -1 : 1));

/** A list as PostgreSQL writes it: each element in quotes, so that only quotes and backslashes mean something. */
const listLiteral = (elements: readonly string[]): string => `{${elements.map((element) => `"${element.replaceAll(/["\\]/g, '\\$&')}"`).join(',')}}`;

const checked = (row: ViewRow): ViewRow => {
  const { collection, key, terms = [] } = row;
  if (terms.length > maxTerms) throw new RangeError(`a row has at most ${maxTerms} terms`);
  const longest = terms.reduce((most, term) => Math.max(most, Buffer.byteLength(term)), 0);
  if (Buffer.byteLength(collection) + Buffer.byteLength(key) + longest > maxIndexBytes) throw new RangeError(`a collection, a key and a term together are at most ${maxIndexBytes} bytes`);
  if ([collection, key, ...terms].some((text) => text.includes('\0'))) throw new RangeError('a key or a term with the character U+0000 cannot be kept');
  return row;
};

/**
 * The values of a step, by the parameters of `commit_step`. Of several puts of one key the last is left; a row that is deleted
 * and put is only put, for a put replaces it whole. All values travel as one, in their own bytes.
 */
export const stepValues = ({ projection, epoch, position, puts, deletes }: ViewCommit): readonly unknown[] => {
  const fresh = new Map(puts.map((row) => [nameOf(row), checked(row)]));
  const gone = new Map(deletes.filter((place) => !fresh.has(nameOf(place)) && !nameOf(place).replace('\0', '').includes('\0')).map((place) => [nameOf(place), place]));
  const rows = inOrder(fresh.values());
  const places = inOrder(gone.values());
  let start = 1;
  const starts = rows.map(({ value }) => (start += value.byteLength) - value.byteLength);
  return [
    projection, epoch, position,
    places.map(({ collection }) => collection), places.map(({ key }) => key),
    rows.map(({ collection }) => collection), rows.map(({ key }) => key),
    rows.map(({ terms = [] }) => listLiteral([...new Set(terms)].sort())),
    starts, rows.map(({ value }) => value.byteLength), Buffer.concat(rows.map(({ value }) => value)),
  ];
};
