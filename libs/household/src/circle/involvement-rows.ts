import type { InvolvementRow } from '@kring/contracts';
import type { Personal } from '../event.ts';
import type { RegionRules } from '../rules/region-rules.ts';
import type { Instant } from '../time/amsterdam.ts';
import { endOfTerm } from '../time/term.ts';
import { involvementSensitivity, withSensitivity } from './discretion.ts';
import type { Heard } from './heard.ts';
import type { Involvement, Involvements } from './involvements.ts';
import type { Perspective } from './perspective.ts';

/** A running involvement whose organisation has long been silent; see alert A10. */
export type Silence = { readonly staleAt: Instant; readonly goneAt: Instant };

export const silenceOf = (involvement: Involvement, heard: Heard, rules: RegionRules): Silence => {
  const last = heard.get(involvement.organisation)?.at ?? involvement.startedAt;
  const { within, shownFor } = rules.thresholds.A10;
  return { staleAt: endOfTerm(last, within), goneAt: endOfTerm(last, shownFor) };
};

/** Ended involvements stay; a running one of an organisation that is silent for years leaves the circle until it is heard of again. */
export const involvementRows = (involvements: Involvements, heard: Heard, { rules, moment }: Perspective): InvolvementRow<Personal>[] => {
  const rows: InvolvementRow<Personal>[] = [];
  for (const involvement of involvements.entries()) {
    const row = withSensitivity(involvement.row, involvementSensitivity(involvement, rules));
    if (row.until !== null) {
      rows.push(row);
      continue;
    }
    const { staleAt, goneAt } = silenceOf(involvement, heard, rules);
    if (moment.reached(goneAt)) continue;
    const stale = moment.reached(staleAt) && row.state === 'active';
    rows.push(stale ? { ...row, state: 'stale' } : row);
  }
  return rows;
};
