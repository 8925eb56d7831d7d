import type { RecordedEvent } from '@kring/event-store';
import type { HouseholdEvent, SealedCircle } from '@kring/household';
import {
  ChangeSet, HouseholdView, alertRows, boxRow, circleRow, dueKey, dueRow, dueUpTo, historyRow, householdCollections, householdEventOf, householdViewName, noStep, sealedBoxOf,
  type CircleRow, type ProjectionDefinition, type ProjectionStep, type TimedStep, type ViewReader,
} from '@kring/projection-runtime';
import { HotHouseholds, type HotHousehold, type Written } from './hot-households.ts';

/** A circle, and when time alone will change it. */
export type Drawn = { readonly circle: SealedCircle; readonly changesAt: string | null };

/** Draws the circle of one household from all its events; pure. */
export type DrawCircle = (household: { readonly ids: readonly string[]; readonly events: readonly HouseholdEvent[] }, now: string) => Drawn;

export type HouseholdProjectionParts = {
  readonly draw: DrawCircle;
  readonly now: () => Date;
  /** Events that are kept at hand so that the next one of the same household needs no reading. */
  readonly maxEventsAtHand?: number;
};

/** Households that are drawn anew in one step when time changed them. */
const duePerStep = 100;
/** A circle that could not be drawn when it was due is tried again after this long. */
const postponedMs = 3_600_000;

const mergedType = 'nl.kring.households.merged.v1';
const mergedFrom = (event: HouseholdEvent): readonly string[] => {
  const from = event.data['from'];
  return event.type === mergedType && Array.isArray(from) ? from.filter((id): id is string => typeof id === 'string') : [];
};

/** Folds the feed into one circle a household, with its history, its boxes, its worklist lines and the moment it changes by itself. */
export class HouseholdProjection implements ProjectionDefinition {
  readonly name = householdViewName;
  readonly #hot: HotHouseholds;

  constructor(private readonly parts: HouseholdProjectionParts) {
    this.#hot = new HotHouseholds(parts.maxEventsAtHand);
  }

  partitionOf(event: RecordedEvent): string {
    return householdEventOf(event)?.householdId ?? event.stream;
  }

  async apply(batch: readonly RecordedEvent[], read: ViewReader): Promise<ProjectionStep> {
    const changes = new ChangeSet();
    const events: HouseholdEvent[] = [];
    for (const recorded of batch) {
      const event = householdEventOf(recorded);
      if (!event) continue;
      events.push(event);
      changes.put(historyRow(event));
      const box = sealedBoxOf(recorded);
      if (box !== null) changes.put(boxRow(event, box));
    }
    if (events.length === 0) return noStep;
    this.#hot.trim();
    await this.#hot.load([...new Set(events.flatMap((event) => [event.householdId, ...mergedFrom(event)]))], new HouseholdView(read));
    for (const event of events) {
      this.#hot.add(event);
      if (event.type === mergedType) this.#hot.unite([event.householdId, ...mergedFrom(event)]);
    }
    const now = this.parts.now();
    for (const household of new Set(events.map((event) => this.#hot.of(event.householdId)))) this.#redraw(household, now, changes);
    return changes.step();
  }

  async tick(now: Date, read: ViewReader): Promise<TimedStep> {
    const due = await read.find(householdCollections.due, { upTo: dueUpTo(now), limit: duePerStep });
    if (due.length === 0) return { ...noStep, more: false };
    const changes = new ChangeSet();
    changes.delete(...due.map(({ key }) => ({ collection: householdCollections.due, key })));
    const householdIds = due.map(({ key }) => key.slice(key.indexOf('/') + 1));
    this.#hot.trim();
    await this.#hot.load(householdIds, new HouseholdView(read));
    for (const household of new Set(householdIds.map((id) => this.#hot.of(id)))) this.#redrawWhenDue(household, now, changes);
    return { ...changes.step(), more: due.length === duePerStep };
  }

  forget(): void {
    this.#hot.forget();
  }

  /** One circle that cannot be drawn must not keep the others from it. */
  #redrawWhenDue(household: HotHousehold, now: Date, changes: ChangeSet): void {
    if (household.events.length === 0) return;
    try {
      this.#redraw(household, now, changes);
    } catch {
      const again = new Date(now.getTime() + postponedMs).toISOString();
      for (const [id, written] of household.written) {
        changes.put(dueRow(again, id));
        this.#hot.written(id, new Map([[id, { ...written, changesAt: again }]]));
      }
    }
  }

  #redraw(household: HotHousehold, now: Date, changes: ChangeSet): void {
    const validFrom = now.toISOString();
    const { circle, changesAt } = this.parts.draw(household, validFrom);
    const id = circle.canonicalId;
    const alerts = alertRows(circle);
    const alertKeys = alerts.map(({ key }) => key);
    // What is due must lie ahead, or the ticker would draw the same circle for ever.
    const due = changesAt !== null && changesAt <= validFrom ? new Date(now.getTime() + postponedMs).toISOString() : changesAt;
    const ids = [id, ...household.ids.filter((one) => one !== id)];
    const row: CircleRow = { circle, ids, validFrom, changesAt: due, alertKeys };
    for (const [stood, written] of household.written) removeWritten(stood, written, changes);
    changes.put(circleRow(id, row), ...alerts, ...ids.slice(1).map((merged) => circleRow(merged, { mergedInto: id })));
    if (due !== null) changes.put(dueRow(due, id));
    changes.touch(...ids);
    this.#hot.written(id, new Map([[id, row]]));
  }
}

const removeWritten = (householdId: string, { alertKeys, changesAt }: Written, changes: ChangeSet): void => {
  changes.delete(...alertKeys.map((key) => ({ collection: householdCollections.alert, key })));
  if (changesAt !== null) changes.delete({ collection: householdCollections.due, key: dueKey(changesAt, householdId) });
};
