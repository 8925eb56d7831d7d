import type { RecordedEvent } from '@kring/event-store';
import { decode, encode, gapsKey, householdCollections, type ChangeSet, type Gaps, type SequenceRow, type ViewReader } from '@kring/projection-runtime';

/** Ranges that are remembered as missing, per source; of a numbering with more holes than this, the oldest are given up. */
const mostRanges = 1_000;

type Range = SequenceRow['missing'][number];
const countIn = (ranges: readonly Range[]): number => ranges.reduce((sum, [from, to]) => sum + to - from + 1, 0);

/** A numbering begins at 1; the first number that is seen leaves all before it missing. */
export const withNumber = (row: SequenceRow, number: number): SequenceRow => {
  if (number > row.highest) {
    const hole: Range[] = number > row.highest + 1 ? [[row.highest + 1, number - 1]] : [];
    return { ...row, highest: number, missing: [...row.missing, ...hole].slice(-mostRanges) };
  }
  const missing = row.missing.flatMap(([from, to]): Range[] => {
    if (number < from || number > to) return [[from, to]];
    return [[from, number - 1] as const, [number + 1, to] as const].filter(([start, end]) => start <= end);
  });
  return { ...row, missing };
};

const numbered = ({ metadata }: RecordedEvent): { source: string; partner: string; number: number } | null => {
  const { source, partner, sequence } = metadata;
  const number = Number(sequence);
  return typeof source === 'string' && typeof partner === 'string' && sequence !== undefined && Number.isSafeInteger(number) && number > 0 ? { source, partner, number } : null;
};

/** Counts the holes in the numbering of each publishing system, over all households. */
export class Sequences {
  readonly #rows = new Map<string, SequenceRow>();
  #gaps: Gaps | undefined;

  async take(events: readonly RecordedEvent[], read: ViewReader, changes: ChangeSet): Promise<void> {
    const taken = events.flatMap((event) => numbered(event) ?? []);
    if (taken.length === 0) return;
    await this.#load([...new Set(taken.map(({ source }) => source))], read);
    const before = new Map(this.#rows);
    for (const { source, partner, number } of taken) this.#rows.set(source, withNumber(this.#rows.get(source) ?? { partner, highest: 0, missing: [] }, number));
    for (const source of new Set(taken.map((one) => one.source))) changes.put({ collection: householdCollections.sequence, key: source, value: encode(this.#rows.get(source)) });
    this.#count(taken.map(({ source }) => source), before, changes);
  }

  forget(): void {
    this.#rows.clear();
    this.#gaps = undefined;
  }

  /** Written only when a hole came or went, which is seldom. */
  #count(sources: readonly string[], before: ReadonlyMap<string, SequenceRow>, changes: ChangeSet): void {
    const gaps: Record<string, number> = { ...this.#gaps };
    for (const source of new Set(sources)) {
      const row = this.#rows.get(source);
      if (row) gaps[row.partner] = (gaps[row.partner] ?? 0) + countIn(row.missing) - countIn(before.get(source)?.missing ?? []);
    }
    if (JSON.stringify(gaps) === JSON.stringify({ ...this.#gaps })) return;
    this.#gaps = gaps;
    changes.put({ collection: householdCollections.gaps, key: gapsKey, value: encode(gaps) });
  }

  async #load(sources: readonly string[], read: ViewReader): Promise<void> {
    if (this.#gaps === undefined) {
      const [bytes] = await read.get(householdCollections.gaps, [gapsKey]);
      this.#gaps = bytes ? decode<Gaps>(bytes) : {};
    }
    const missing = sources.filter((source) => !this.#rows.has(source));
    const found = missing.length === 0 ? [] : await read.get(householdCollections.sequence, missing);
    missing.forEach((source, index) => {
      const bytes = found[index];
      if (bytes) this.#rows.set(source, decode<SequenceRow>(bytes));
    });
  }
}
