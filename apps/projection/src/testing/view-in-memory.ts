import type { NewEvent, RecordedEvent } from '@kring/event-store';
import type { Pace, ProjectionDefinition, ProjectionStep, ViewReader } from '@kring/projection-runtime';
import type { FoundRow, ViewQuery, ViewRow } from '@kring/view-store';
import type { Told } from './household-history.ts';

/** The log that these events make in this order; all of them recorded at one instant, for what is compared is not when. */
export const recorded = (told: readonly Told[], recordedAt: string): readonly RecordedEvent[] =>
  told.map(({ stream, event }, index) => ({ ...(event satisfies NewEvent), stream, revision: index, position: String(index + 1).padStart(16, '0'), recordedAt }));

/** The rows of a view, and nothing else: what a projection reads back, and what a spec looks at. */
export class ViewInMemory implements ViewReader {
  readonly #rows = new Map<string, ViewRow>();

  take({ puts, deletes }: Pick<ProjectionStep, 'puts' | 'deletes'>): void {
    for (const { collection, key } of deletes) this.#rows.delete(`${collection}\0${key}`);
    for (const row of puts) this.#rows.set(`${row.collection}\0${row.key}`, row);
  }

  async follow(projection: ProjectionDefinition, batch: readonly RecordedEvent[], pace: Pace = 'live'): Promise<void> {
    this.take(await projection.apply(batch, this, pace));
  }

  /** Does all that is due at an instant. */
  async ring(projection: Required<Pick<ProjectionDefinition, 'tick'>>, now: string): Promise<void> {
    for (let more = true; more; ) {
      const step = await projection.tick(new Date(now), this);
      this.take(step);
      more = step.more;
    }
  }

  async get(collection: string, keys: readonly string[]): Promise<readonly (Uint8Array | undefined)[]> {
    return keys.map((key) => this.#rows.get(`${collection}\0${key}`)?.value);
  }

  async find(collection: string, { prefix = '', terms = [], after = '', upTo, limit = 100 }: ViewQuery): Promise<readonly FoundRow[]> {
    return this.#of(collection)
      .filter(({ key }) => key.startsWith(prefix) && key > after && (upTo === undefined || key <= upTo))
      .filter((row) => terms.every((term) => row.terms?.includes(term)))
      .slice(0, limit);
  }

  /** Every row as text, to compare one view with another. */
  contents(): Record<string, string> {
    const rows = [...this.#rows.values()].map((row) => [`${row.collection} ${row.key}`, `${Buffer.from(row.value).toString()} ${row.terms?.join(' ') ?? ''}`] as const);
    return Object.fromEntries(rows.sort(([one], [other]) => (one < other ? -1 : 1)));
  }

  keys(collection: string): readonly string[] {
    return this.#of(collection).map(({ key }) => key);
  }

  #of(collection: string): ViewRow[] {
    return [...this.#rows.values()].filter((row) => row.collection === collection).sort((one, other) => (one.key < other.key ? -1 : 1));
  }
}
