import { visibleTo } from '@kring/access';
import type { AlertRow } from '@kring/contracts';
import { circleAt } from '@kring/household';
import type { AuditParts } from '../parts.ts';
import type { Look, LookBack } from './look-back.ts';

export type Times = { readonly asOf: string; readonly knownAt: string };
export type AlertsAnswer = Times & { readonly householdId: string; readonly alerts: readonly AlertRow[] };

/** What the alerts of a household said on a day, by what was known on a day. */
export class AlertsThen {
  constructor(private readonly lookBack: LookBack, private readonly parts: Pick<AuditParts, 'regions'>) {}

  async read(householdId: string, times: Times, look: Look): Promise<AlertsAnswer> {
    const found = await this.lookBack.find(householdId, look);
    const { regions } = this.parts;
    const { circle } = circleAt(found.history, { householdId, ...times }, (area) => regions.rulesFor(area));
    const seen = visibleTo(found.reader, circle, regions, found.present);
    await this.lookBack.record(look, found);
    return { householdId, ...times, alerts: seen?.alerts ?? [] };
  }
}
