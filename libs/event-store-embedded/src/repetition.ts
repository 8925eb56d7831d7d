import { countOf, idAt, type EventIds } from './event-ids.ts';
import type { AppendTask, Standing } from './log-file.ts';
import type { KnownIds } from './known-ids.ts';
import type { StreamIndex } from './stream-index.ts';

/**
 * Whether this append was stored before. `new`: the stream holds none of its ids. `partly`: it holds some, or holds them
 * in another order or place than this append expects. Else the standing of its last event, as answered the first time.
 */
export const repetitionOf = ([stream, expected, , pages]: AppendTask, index: StreamIndex, known: KnownIds): 'new' | 'partly' | Standing => {
  const ids = pages.map(([pageIds]) => pageIds).join('');
  if (!known.mayHoldAny(stream, ids)) return 'new';
  const places = placesOf(ids, stream, index);
  const starts = places.filter((place) => place.of === 0 && startsAsExpected(place.revision, expected));
  for (const { revision } of starts) {
    const last = sameFrom(ids, stream, revision, index);
    if (last) return last;
  }
  return places.length === 0 ? 'new' : 'partly';
};

const startsAsExpected = (revision: number, expected: AppendTask[1]): boolean => {
  if (expected === 'no-stream') return revision === 0;
  return typeof expected === 'number' ? revision === expected + 1 : true;
};

type Place = { readonly of: number; readonly revision: number };

/** Where in the stream which of these ids stand. */
const placesOf = (ids: EventIds, stream: string, index: StreamIndex): Place[] => {
  const wanted = new Map<string, number>();
  for (let of = countOf({ ids }) - 1; of >= 0; of -= 1) wanted.set(idAt(ids, of), of);
  const places: Place[] = [];
  for (const page of index.pages(stream)) {
    for (let at = 0; at < countOf(page); at += 1) {
      const of = wanted.get(idAt(page.ids, at));
      if (of !== undefined) places.push({ of, revision: page.revision + at });
    }
  }
  return places;
};

const sameFrom = (ids: EventIds, stream: string, revision: number, index: StreamIndex): Standing | undefined => {
  const count = countOf({ ids });
  let compared = 0;
  for (const page of index.pagesFrom(stream, revision)) {
    for (let at = revision + compared - page.revision; at < countOf(page); at += 1) {
      if (idAt(page.ids, at) !== idAt(ids, compared)) return undefined;
      compared += 1;
      if (compared === count) return { revision: page.revision + at, position: page.position + at };
    }
  }
  return undefined;
};
