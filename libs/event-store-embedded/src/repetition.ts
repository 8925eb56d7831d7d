import { countOf, idAt, joined, sameId } from './event-ids.ts';
import type { AppendTask, Standing } from './log-file.ts';
import type { KnownIds } from './known-ids.ts';
import type { StreamIndex } from './stream-index.ts';

/**
 * Whether this append was stored before. `new`: the stream holds none of its ids. `partly`: it holds some, or holds them
 * in another order or place than this append expects. Else the standing of its last event, as answered the first time.
 */
export const repetitionOf = ({ stream, expected, pages }: AppendTask, index: StreamIndex, known: KnownIds): 'new' | 'partly' | Standing => {
  const ids = joined(pages);
  if (!known.mayHoldAny(stream, ids)) return 'new';
  const places = placesOf(ids, stream, index);
  const starts = places.filter((place) => place.of === 0 && startsAsExpected(place.revision, expected));
  for (const { revision } of starts) {
    const last = sameFrom(ids, stream, revision, index);
    if (last) return last;
  }
  return places.length === 0 ? 'new' : 'partly';
};

const startsAsExpected = (revision: number, expected: AppendTask['expected']): boolean => {
  if (expected === 'no-stream') return revision === 0;
  return typeof expected === 'number' ? revision === expected + 1 : true;
};

type Place = { readonly of: number; readonly revision: number };

/** Where in the stream which of these ids stand. */
const placesOf = (ids: Uint8Array, stream: string, index: StreamIndex): Place[] => {
  const wanted = new Map<string, number>();
  for (let of = countOf({ ids }) - 1; of >= 0; of -= 1) wanted.set(Buffer.from(idAt(ids, of)).toString('latin1'), of);
  const places: Place[] = [];
  for (const page of index.pages(stream)) {
    for (let at = 0; at < countOf(page); at += 1) {
      const of = wanted.get(Buffer.from(idAt(page.ids, at)).toString('latin1'));
      if (of !== undefined) places.push({ of, revision: page.revision + at });
    }
  }
  return places;
};

const sameFrom = (ids: Uint8Array, stream: string, revision: number, index: StreamIndex): Standing | undefined => {
  const count = countOf({ ids });
  let compared = 0;
  for (const page of index.pagesFrom(stream, revision)) {
    for (let at = revision + compared - page.revision; at < countOf(page); at += 1) {
      if (!sameId(page.ids, at, ids, compared)) return undefined;
      compared += 1;
      if (compared === count) return { revision: page.revision + at, position: page.position + at };
    }
  }
  return undefined;
};
