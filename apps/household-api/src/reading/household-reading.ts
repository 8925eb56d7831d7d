import { relationOf, visibleTo, type Caller, type Relation } from '@kring/access';
import type { Purpose, View } from '@kring/contracts';
import type { SealedCircle } from '@kring/household';
import { problem } from '@kring/platform';
import type { CircleRow } from '@kring/projection-runtime';
import { recognised } from '@kring/reading';
import type { Times } from '../circle/circle-query.ts';
import type { HouseholdApiParts } from '../parts.ts';
import { pastOf, presentOf, type Present } from './present-circle.ts';

/** Someone asks to see something of a household, for a purpose. */
export type Look = { readonly caller: Caller; readonly purpose: Purpose; readonly view: View };

/** What the caller may see, still sealed; and how it stands to the household. */
export type Seen = { readonly circle: SealedCircle; readonly whole: SealedCircle; readonly row: CircleRow; readonly relation: Relation; readonly version: string };

/**
 * The way to a household for every query: the policy first, then the access log, and only then the answer. A household that
 * the caller may not know of is answered as one that does not exist; that it was asked for is on record.
 */
export class HouseholdReading {
  constructor(private readonly parts: HouseholdApiParts) {}

  /** @throws Problem 404 where there is no such household, or the caller may not know that there is. */
  async see(householdId: string, look: Look, times: Times | null = null): Promise<Seen> {
    const row = await this.parts.view.circle(householdId);
    const seen = row && (await this.#seen(householdId, row, look.caller, times));
    if (seen) return seen;
    if (row) await this.parts.accessLog.recordDenied({ ...look, householdId: row.circle.canonicalId });
    throw problem.notFound();
  }

  /** Those of the households that the caller may know of, by the circles as they were drawn last. */
  async known(householdIds: readonly string[], caller: Caller): Promise<readonly Seen[]> {
    const rows = await this.parts.view.circles(householdIds);
    const distinct = new Map(rows.flatMap((row) => (row ? [[row.circle.canonicalId, row] as const] : [])));
    const seen = await Promise.all([...distinct].map(([id, row]) => this.#seen(id, row, caller, null)));
    return seen.filter((one) => one !== null);
  }

  /** On record before the answer leaves. */
  async record(look: Look, ...seen: readonly Seen[]): Promise<void> {
    const { accessLog } = this.parts;
    await Promise.all(seen.map(({ circle: { canonicalId, members } }) => accessLog.record({ ...look, householdId: canonicalId, persons: members.map(({ personId }) => personId) })));
  }

  async #seen(householdId: string, row: CircleRow, caller: Caller, times: Times | null): Promise<Seen | null> {
    const { regions, view, clock } = this.parts;
    const rules = regions.rulesFor.bind(regions);
    const present: Present = await presentOf(householdId, row, clock.now(), view, rules);
    const reader = await recognised(caller, present.circle, this.parts);
    const relation = relationOf(reader, present.circle, regions);
    if (relation === null) return null;
    const whole = times === null ? present.circle : await pastOf(householdId, row, times, view, rules);
    const circle = whole && visibleTo(reader, whole, regions, present.circle);
    return circle && { circle, whole, row, relation, version: present.version };
  }
}
