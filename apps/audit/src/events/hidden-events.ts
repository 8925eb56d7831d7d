import { timelineOf, type HouseholdEvent } from '@kring/household';
import type { AuditParts } from '../parts.ts';

/** What of a household is hidden, as far as its circle had come. */
type Known = { readonly position: string; readonly hidden: ReadonlySet<string> };

/** So many households are remembered; the log is read in stretches in which the same ones come back. */
const mostRemembered = 10_000;
const endOfTime = '9999-12-31T23:59:59.999Z';

const nameOf = ({ type, id }: { readonly type: string; readonly id: string }): string => `${type} ${id}`;

/**
 * Which events are hidden from everyone but their own partner: what is hidden stays hidden, also for whoever watches over the
 * hub. That the end of a hidden involvement is hidden too is not in the event, but in the household it is of.
 */
export class HiddenEvents {
  readonly #known = new Map<string, Known>();

  constructor(private readonly parts: Pick<AuditParts, 'view' | 'regions'>) {}

  /** Those of these events that are hidden. */
  async among(events: readonly HouseholdEvent[]): Promise<ReadonlySet<HouseholdEvent>> {
    const households = [...Map.groupBy(events, ({ householdId }) => householdId)];
    const hidden = await Promise.all(households.map(async ([householdId, own]) => {
      const names = await this.#of(householdId);
      return own.filter((event) => names === null || names.has(nameOf(event)) || event.data['sensitivity'] === 'hidden');
    }));
    return new Set(hidden.flat());
  }

  /** Null where the household is not known to the view: then nothing of it can be told apart. */
  async #of(householdId: string): Promise<ReadonlySet<string> | null> {
    const { view, regions } = this.parts;
    const row = await view.circle(householdId);
    if (!row) return null;
    const known = this.#known.get(householdId);
    if (known?.position === row.circle.position) return known.hidden;
    const told = timelineOf(await view.history(row.cluster), { householdId, asOf: endOfTime, knownAt: endOfTime }, (area) => regions.rulesFor(area));
    const hidden = new Set(told.filter(({ sensitivity }) => sensitivity === 'hidden').map(nameOf));
    this.#remember(householdId, { position: row.circle.position, hidden });
    return hidden;
  }

  #remember(householdId: string, known: Known): void {
    this.#known.delete(householdId);
    this.#known.set(householdId, known);
    for (const first of this.#known.keys()) {
      if (this.#known.size <= mostRemembered) return;
      this.#known.delete(first);
    }
  }
}
