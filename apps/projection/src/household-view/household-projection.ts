import { upcasters } from '@kring/contracts';
import type { RecordedEvent } from '@kring/event-store';
import { tellsIdentity, type HouseholdEvent } from '@kring/household';
import {
  ChangeSet, HouseholdView, atOnce, boxKey, boxRow, circleRow, clusterRows, dueIn, dueKey, dueRow, dueUpTo, historyKey, historyRow, householdCollections, householdEventOf, householdIdOf, householdIdsIn,
  householdViewName, noStep, sealedBoxOf, type CircleRow, type Pace, type ProjectionStep, type RebuildableDefinition, type TimedStep, type Undone, type ViewReader,
} from '@kring/projection-runtime';
import type { Regions } from '@kring/regions';
import type { ViewRow } from '@kring/view-store';
import { alertRows } from './alert-rows.ts';
import { Backlog } from './backlog.ts';
import type { Cluster, Written } from './cluster.ts';
import { comparableRow } from './comparable-row.ts';
import { HotHouseholds } from './hot-households.ts';
import { Sequences } from './sequences.ts';
import { sift } from './sift.ts';

export type HouseholdProjectionParts = {
  readonly regions: Pick<Regions, 'rulesFor' | 'organisationsBehind' | 'municipalityOf'>;
  readonly now: () => Date;
  /** Events that are kept at hand so that the next one of the same household needs no reading. */
  readonly maxEventsAtHand?: number;
};

/** Households that are drawn anew in one step when time changed them; fewer where they have many events, so that no step takes long. */
const duePerStep = 16;
const eventsPerStep = 500;
/** A circle that could not be drawn when it was due is tried again after this long. */
const postponedMs = 3_600_000;

type Drawing = Pick<CircleRow, 'drawnByTime'> & { readonly now: Date };

/** Folds the feed into one circle a household, with its history, its boxes, its worklist lines and the moment it changes by itself. */
export class HouseholdProjection implements RebuildableDefinition {
  readonly name = householdViewName;
  /** Another as soon as events are told otherwise: what was half drawn of the old ones is not gone on with. */
  readonly version = ['1', ...upcasters.map(({ to }) => to)].join(' ');
  readonly collections = Object.values(householdCollections);
  readonly comparable = comparableRow;
  readonly #hot: HotHouseholds;
  readonly #sequences = new Sequences();
  readonly #backlog = new Backlog();

  constructor(private readonly parts: HouseholdProjectionParts) {
    this.#hot = new HotHouseholds(parts.maxEventsAtHand);
  }

  partitionOf(event: RecordedEvent): string {
    return householdIdOf(event) ?? event.stream;
  }

  async apply(batch: readonly RecordedEvent[], read: ViewReader, pace: Pace): Promise<ProjectionStep> {
    const changes = new ChangeSet();
    await this.#sequences.take(batch, read, changes);
    const events = batch.flatMap((recorded) => kept(recorded, changes));
    if (events.length === 0) return changes.step();
    const view = new HouseholdView(read);
    if (pace === 'live') await this.#drawWith(events, view, changes);
    else {
      this.#hot.drop(events.flatMap(householdIdsIn));
      await this.#backlog.leave(events, view, changes);
    }
    return changes.step();
  }

  async tick(now: Date, read: ViewReader): Promise<TimedStep> {
    const found = await read.find(householdCollections.due, { upTo: dueUpTo(now), limit: duePerStep });
    if (found.length === 0) return { ...noStep, more: false };
    const changes = new ChangeSet();
    this.#hot.trim();
    const ids = [...new Set(found.map(({ key }) => dueIn(key).householdId))];
    const onlyForThis = ids.filter((id) => !this.#hot.has(id));
    const loaded = new Set(ids.slice(0, await this.#hot.loadUpTo(eventsPerStep, ids, new HouseholdView(read))));
    const due = found.map(({ key }) => ({ key, ...dueIn(key) })).filter(({ householdId }) => loaded.has(householdId));
    for (const { key, householdId } of due) {
      changes.delete({ collection: householdCollections.due, key });
      this.#backlog.take(householdId);
    }
    const undone: Undone[] = [];
    for (const [cluster, dueOf] of Map.groupBy(due, ({ householdId }) => this.#hot.of(householdId))) {
      const fromBacklog = dueOf.some(({ at }) => at === atOnce);
      try {
        this.#redraw(cluster, { now, drawnByTime: now.toISOString() }, changes);
      } catch (fault) {
        // One circle that cannot be drawn must not keep the others from it.
        if (fromBacklog) undone.push(...this.#leaveOut(cluster, now, changes));
        else {
          changes.put(...dueOf.map(({ householdId }) => dueRow(later(now), householdId)));
          undone.push({ name: cluster.ids[0] ?? '', fault });
        }
      }
    }
    // Of a household that had no event lately, none is expected soon.
    this.#hot.drop(onlyForThis);
    return { ...changes.step(), more: due.length < found.length || found.length === duePerStep, undone };
  }

  forget(): void {
    this.#hot.forget();
    this.#sequences.forget();
    this.#backlog.forget();
  }

  async #drawWith(events: readonly HouseholdEvent[], view: HouseholdView, changes: ChangeSet): Promise<void> {
    this.#hot.trim();
    await this.#hot.load([...new Set(events.flatMap(householdIdsIn))], view);
    for (const event of events) {
      this.#hot.add(event);
      if (!tellsIdentity(event.type)) continue;
      this.#hot.unite(householdIdsIn(event));
      changes.put(...clusterRows(this.#hot.of(event.householdId).ids));
    }
    const now = this.parts.now();
    for (const cluster of new Set(events.map((event) => this.#hot.of(event.householdId)))) this.#redraw(cluster, { now, drawnByTime: null }, changes);
  }

  #redraw(cluster: Cluster, drawing: Drawing, changes: ChangeSet): void {
    if (cluster.size === 0) return;
    const drawn = this.#drawn(cluster, drawing);
    for (const [id, written] of cluster.written) removeWritten(id, written, changes);
    for (const { row, alerts } of drawn) {
      const [id = '', ...merged] = row.ids;
      changes.put(circleRow(id, row), ...alerts, ...merged.map((one) => circleRow(one, { mergedInto: id })));
      if (row.changesAt !== null) changes.put(dueRow(row.changesAt, id));
    }
    changes.touch(...cluster.ids);
    cluster.written = new Map(drawn.map(({ row: { circle, alertKeys, changesAt } }) => [circle.canonicalId, { alertKeys, changesAt }]));
    this.#hot.touch(cluster);
  }

  /** What was taken unseen while behind turns out to be poisoned: the household is drawn without, as if the events had come one by one. */
  #leaveOut(cluster: Cluster, now: Date, changes: ChangeSet): readonly Undone[] {
    const drawing = { now, drawnByTime: now.toISOString() };
    const { sound, undone } = sift(cluster, (some) => void this.#drawn(some, drawing));
    for (const { position, eventId, partition } of undone.flatMap(({ leftOut }) => leftOut)) changes.delete(historyKey(partition, position), boxKey(eventId));
    this.#hot.touch(sound);
    this.#redraw(sound, drawing, changes);
    return undone;
  }

  #drawn(cluster: Cluster, { now, drawnByTime }: Drawing): readonly { readonly row: CircleRow; readonly alerts: readonly ViewRow[] }[] {
    const { regions } = this.parts;
    const asOf = now.toISOString();
    return cluster.households().map(({ canonicalId, ids }) => {
      const { circle, changesAt } = cluster.circleAt(canonicalId, asOf, (area) => regions.rulesFor(area));
      // What is due must lie ahead, or the ticker would draw the same circle for ever.
      const due = changesAt !== null && changesAt <= asOf ? later(now) : changesAt;
      const alerts = alertRows(circle, regions);
      return { row: { circle, ids, cluster: cluster.ids, drawnByTime, changesAt: due, alertKeys: alerts.map(({ key }) => key) }, alerts };
    });
  }
}

const later = (now: Date): string => new Date(now.getTime() + postponedMs).toISOString();

/** An event of a household is kept whole beside the circle: its open facts, and its box as it came. */
const kept = (recorded: RecordedEvent, changes: ChangeSet): readonly HouseholdEvent[] => {
  const event = householdEventOf(recorded);
  if (!event) return [];
  const box = sealedBoxOf(recorded);
  changes.put(historyRow(event), ...(box === null ? [] : [boxRow(event, box)]));
  return [event];
};

const removeWritten = (householdId: string, { alertKeys, changesAt }: Written, changes: ChangeSet): void => {
  changes.delete(...alertKeys.map((key) => ({ collection: householdCollections.alert, key })));
  if (changesAt !== null) changes.delete({ collection: householdCollections.due, key: dueKey(changesAt, householdId) });
};
