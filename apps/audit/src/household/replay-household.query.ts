import { cursorOf, sightOf } from '@kring/reading';
import { replay, same, type Change, type ReplayAsked, type ReplayEntry } from '@kring/replay';
import type { AuditParts } from '../parts.ts';
import { reasonOf } from '../reason.ts';
import type { Found, Look, LookBack } from './look-back.ts';
import { cursorText } from './replay-query.ts';

export type HouseholdReplay = {
  readonly householdId: string;
  readonly canonicalId: string;
  readonly order: ReplayAsked['order'];
  /** How far the replay goes; the pages behind this one go as far. */
  readonly until: string;
  readonly entries: readonly ReplayEntry[];
  readonly next: string | null;
};

const fieldsThatDiffer = ({ before, after }: Change): Set<string> => {
  const fields = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})]);
  return new Set([...fields].filter((field) => !same(before?.[field], after?.[field])));
};

const only = (row: Change['before'], fields: ReadonlySet<string>): Change['before'] => row && Object.fromEntries(Object.entries(row).filter(([field]) => fields.has(field)));

/** A name that was told again is sealed anew; opened, it is the same name, and nothing changed. */
const reallyChanged = (change: Change): readonly Change[] => {
  if (change.change !== 'changed') return [change];
  const fields = fieldsThatDiffer(change);
  return fields.size === 0 ? [] : [{ ...change, before: only(change.before, fields), after: only(change.after, fields) }];
};

/** A household event by event, as the reader sees it: personal texts opened where the reader may see them, and left out where not. */
export class ReplayHousehold {
  constructor(private readonly lookBack: LookBack, private readonly parts: Pick<AuditParts, 'boxes' | 'regions' | 'replayLog'>) {}

  async page(householdId: string, asked: ReplayAsked, look: Look, reason: string | null): Promise<HouseholdReplay> {
    const why = reasonOf(look.caller, reason, look.purpose);
    const found = await this.lookBack.find(householdId, look);
    const { regions, boxes } = this.parts;
    const rules = regions.rulesFor.bind(regions);
    const { entries, next } = replay({ householdId, history: found.history, rules }, sightOf(found, regions), asked);
    await this.#record(found, look, why, entries);
    const opened = await boxes.open<readonly ReplayEntry[]>(entries);
    return {
      householdId,
      canonicalId: found.canonicalId,
      order: asked.order,
      until: asked.until,
      entries: opened.map((entry) => ({ ...entry, changes: entry.changes.flatMap(reallyChanged) })),
      next: next === null ? null : cursorOf(cursorText({ after: next, until: asked.until })),
    };
  }

  async #record(found: Found, look: Look, reason: string, entries: readonly ReplayEntry[]): Promise<void> {
    const positions = entries.map(({ position }) => position).sort();
    const { canonicalId } = found;
    await Promise.all([
      this.lookBack.record(look, found),
      this.parts.replayLog.record({ caller: look.caller, householdId: canonicalId, stream: `household:${canonicalId}`, from: positions[0], until: positions.at(-1), reason }),
    ]);
  }
}
