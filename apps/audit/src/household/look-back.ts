import { mayReplay, relationOf, type Caller } from '@kring/access';
import type { Purpose, View } from '@kring/contracts';
import { circleAt, type HouseholdEvent } from '@kring/household';
import { problem } from '@kring/platform';
import { recognised, type Onlooker } from '@kring/reading';
import type { AuditParts } from '../parts.ts';

/** Someone asks to look back at a household, for a purpose. */
export type Look = { readonly caller: Caller; readonly purpose: Purpose; readonly view: View };

/** The household as whoever may look back at it stands before it. */
export type Found = Onlooker & { readonly history: readonly HouseholdEvent[]; readonly canonicalId: string };

type Needed = Pick<AuditParts, 'view' | 'index' | 'regions' | 'clock' | 'accessLog'>;

/**
 * The way to the history of a household: the policy first. A household that the caller may not look back at is answered as one
 * that does not exist; that it was asked for is on record.
 */
export class LookBack {
  constructor(private readonly parts: Needed) {}

  /** @throws Problem 404 where there is no such household, or its history is not for the caller. */
  async find(householdId: string, look: Look): Promise<Found> {
    const { view, regions, clock, accessLog } = this.parts;
    const row = await view.circle(householdId);
    if (!row) throw problem.notFound();
    const history = await view.history(row.cluster);
    const now = clock.now().toISOString();
    const { circle: present } = circleAt(history, { householdId, asOf: now, knownAt: now }, (area) => regions.rulesFor(area));
    const reader = await recognised(look.caller, present, this.parts);
    const relation = relationOf(reader, present, regions);
    const { canonicalId } = present;
    if (relation !== null && mayReplay[relation]) return { reader, relation, present, history, canonicalId };
    await accessLog.recordDenied({ ...look, householdId: canonicalId });
    throw problem.notFound();
  }

  /** On record before the answer leaves, with a line for each member that it tells about. */
  async record(look: Look, { canonicalId, present: { members } }: Found): Promise<void> {
    await this.parts.accessLog.record({ ...look, householdId: canonicalId, persons: members.map(({ personId }) => personId) });
  }
}
