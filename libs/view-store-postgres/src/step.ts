import type { ViewCommit, ViewRow } from '@kring/view-store';

/** A row has at most this many terms, as the port says. */
export const maxTerms = 64;
/** An entry of an index is at most a third of a page of 8 KiB; beyond it the server would refuse the whole step. */
const maxIndexBytes = 2_600;

type Place = { readonly collection: string; readonly key: string };

const nameOf = ({ collection, key }: Place): string => `${collection}\0${key}`;

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

type Change = Place & { readonly terms: readonly string[]; readonly value: Uint8Array | null };

/** What becomes of each row: of several puts of one key the last counts, and a put replaces what was there whole, deleted or not. */
const changesIn = ({ puts, deletes }: ViewCommit): Iterable<Change> => {
  const changes = new Map<string, Change>();
  for (const { collection, key } of deletes) {
    // PostgreSQL keeps no such text, so there is nothing to delete.
    if (!`${collection}${key}`.includes('\0')) changes.set(nameOf({ collection, key }), { collection, key, terms: [], value: null });
  }
  for (const { collection, key, terms = [], value } of puts.map(checked)) changes.set(nameOf({ collection, key }), { collection, key, terms: [...new Set(terms)].sort(), value });
  return changes.values();
};

/**
 * The values of a step, by the parameters of `commit_step`. Steps that lock the same rows lock them in one order, so that none waits
 * for another that waits for it. All bytes travel as one.
 */
export const stepValues = (step: ViewCommit): readonly unknown[] => {
  const changes = [...changesIn(step)].sort((one, other) => (nameOf(one) < nameOf(other) ? -1 : 1));
  let next = 1;
  const starts = changes.map(({ value }) => (next += value?.byteLength ?? 0) - (value?.byteLength ?? 0));
  return [
    step.projection, step.epoch, step.position,
    changes.map(({ collection }) => collection), changes.map(({ key }) => key), changes.map(({ terms }) => listLiteral(terms)),
    starts, changes.map(({ value }) => value?.byteLength ?? null), Buffer.concat(changes.flatMap(({ value }) => value ?? [])),
  ];
};
