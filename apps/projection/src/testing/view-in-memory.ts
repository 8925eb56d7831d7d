import type { NewEvent, RecordedEvent } from '@kring/event-store';
import { RowsInMemory, type Pace, type ProjectionDefinition } from '@kring/projection-runtime';
import { comparableRow } from '../household-view/comparable-row.ts';
import type { Told } from './household-history.ts';

/** The log that these events make in this order; all of them recorded at one instant, for what is compared is not when. */
export const recorded = (told: readonly Told[], recordedAt: string): readonly RecordedEvent[] =>
  told.map(({ stream, event }, index) => ({ ...(event satisfies NewEvent), stream, revision: index, position: String(index + 1).padStart(16, '0'), recordedAt }));

/** The rows of a view, as a spec looks at them. A projection that crashes is another one that goes on with the same view. */
export class ViewInMemory extends RowsInMemory {
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

  /** Every row as text, but for when it was made, to compare one view with another. */
  contents(): Record<string, string> {
    return Object.fromEntries(this.rows().map(({ collection, key, value, terms }) => [`${collection} ${key}`, `${Buffer.from(comparableRow(collection, value)).toString()} ${terms?.join(' ') ?? ''}`]));
  }

  keys(collection: string): readonly string[] {
    return this.of(collection).map(({ key }) => key);
  }
}
