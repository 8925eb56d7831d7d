import type { Line } from './lines.ts';

/** Lines that travel together in one request. */
export type Chunk = { readonly lines: readonly Line[]; readonly end: { readonly lines: number; readonly bytes: number } };

/** Past 1,000 events the hub names only those it did not take, and a result could no longer be told to its line. */
export const mostLines = 1_000;

export type ChunkSize = { readonly lines: number; readonly bytes: number };
export const defaultChunkSize: ChunkSize = { lines: mostLines, bytes: 4_194_304 };

/** Gathers lines into requests of a bounded size, in their order; empty lines are passed over. */
export async function* chunksOf(lines: AsyncIterable<Line>, size: ChunkSize): AsyncGenerator<Chunk> {
  let gathered: Line[] = [];
  let bytes = 0;
  let end = { lines: 0, bytes: 0 };
  for await (const line of lines) {
    if (gathered.length > 0 && (gathered.length >= size.lines || bytes + line.text.length > size.bytes)) {
      yield { lines: gathered, end };
      gathered = [];
      bytes = 0;
    }
    end = { lines: line.number, bytes: line.end };
    if (line.text.trim() === '') continue;
    gathered.push(line);
    bytes += line.text.length + 1;
  }
  if (gathered.length > 0) yield { lines: gathered, end };
}

/**
 * Fetches the next item while the present one is being dealt with, and never more than that one: reading the file overlaps
 * with waiting for the hub, and a slow hub slows the reader down.
 */
export async function* oneAhead<Item>(items: AsyncGenerator<Item>): AsyncGenerator<Item> {
  let next = items.next();
  try {
    for (;;) {
      const { done, value } = await next;
      if (done) return;
      next = items.next();
      next.catch(() => undefined);
      yield value;
    }
  } finally {
    await items.return(undefined);
  }
}
