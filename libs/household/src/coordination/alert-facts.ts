import { longestList, type AlertRow } from '@kring/contracts';
import { alertIdOf, alertsTold, keyOf, type AlertsTold, type OpenAlert } from './alerts-told.ts';
import type { HubFact, Outlook } from './hub-fact.ts';

/** Alerts that hold because a term ran out, or may. */
const termed: ReadonlySet<string> = new Set(['A03', 'A04', 'A06', 'A08', 'A09', 'A10', 'A11', 'A12', 'A13', 'A18', 'A22', 'A24']);
/** Alerts that time makes urgent. */
const escalating: ReadonlySet<string> = new Set(['A01', 'A03']);

/** Whether time alone raised it: none of the events behind it happened at the instant from which it holds. */
const byTimeAlone = ({ code, since, because }: AlertRow, { events }: Outlook): boolean =>
  termed.has(code) && !events.some(({ id, occurredAt }) => because.includes(id) && Date.parse(occurredAt) === Date.parse(since));

/** Organisations that are involved, and nowhere openly: an event that goes to others does not name them. */
const discreetIn = ({ circle: { involvements } }: Outlook): ReadonlySet<string> => {
  const open = new Set(involvements.filter(({ sensitivity }) => sensitivity === 'normal').map(({ organisation }) => organisation));
  return new Set(involvements.map(({ organisation }) => organisation).filter((organisation) => !open.has(organisation)));
};

const deadlinePassed = (alert: Pick<AlertRow, 'code' | 'because'>, deadlineId: string, dueAt: string): HubFact => ({
  type: 'nl.kring.alerts.deadline-passed.v1',
  about: deadlineId,
  occurredAt: dueAt,
  data: { deadlineId, code: alert.code, dueAt, because: alert.because.slice(0, longestList) },
});

/** Who is named in an alert about something discreet is for those alone who may read it in the circle. */
const named = ({ sensitivity, actor, organisations }: AlertRow, discreet: ReadonlySet<string>): object => {
  if (sensitivity !== 'normal') return { sensitivity };
  return { ...(actor === null || discreet.has(actor) ? {} : { actor }), organisations: organisations.filter((one) => !discreet.has(one)).slice(0, longestList) };
};

const raised = (row: AlertRow, told: AlertsTold, outlook: Outlook): HubFact[] => {
  const alertId = alertIdOf(row, told.times.get(keyOf(row)) ?? 0, outlook);
  const { code, severity, since, because } = row;
  const { area } = outlook.circle;
  const data = { alertId, code, severity, since, ...named(row, discreetIn(outlook)), ...(area ? { area } : {}), because: because.slice(0, longestList) };
  const deadlineId = `${alertId}.due`;
  const deadline = byTimeAlone(row, outlook) && !told.deadlines.has(deadlineId) ? [deadlinePassed(row, deadlineId, since)] : [];
  return [...deadline, { type: 'nl.kring.alerts.raised.v1', about: alertId, occurredAt: since, data }];
};

/** An alert is raised once. That it became urgent is a term that ran out; what else changed, the circle shows. */
const escalated = (row: AlertRow, { alertId, severity }: OpenAlert, told: AlertsTold, { circle }: Outlook): HubFact[] => {
  const deadlineId = `${alertId}.urgent`;
  if (!escalating.has(row.code) || row.severity !== 'urgent' || severity === 'urgent' || told.deadlines.has(deadlineId)) return [];
  return [deadlinePassed(row, deadlineId, circle.asOf)];
};

const cleared = ({ alertId, code }: OpenAlert, { circle }: Outlook): HubFact => ({
  type: 'nl.kring.alerts.cleared.v1',
  about: alertId,
  occurredAt: circle.asOf,
  data: { alertId, code },
});

/**
 * What holds and was not said is raised; what was said and holds no longer is cleared. So referrals that take too many steps
 * (S0.19), aftercare that is owed (S4.16) and partners who hear nothing (S4.17) reach whoever should act.
 */
export const tellAlerts = (outlook: Outlook): HubFact[] => {
  const told = alertsTold(outlook);
  const standing = new Map(outlook.circle.alerts.map((row) => [keyOf(row), row] as const));
  const news = [...standing].flatMap(([key, row]) => {
    const [open] = told.open.get(key) ?? [];
    return open ? escalated(row, open, told, outlook) : raised(row, told, outlook);
  });
  const over = [...told.open].flatMap(([key, open]) => open.slice(standing.has(key) ? 1 : 0));
  return [...news, ...over.map((alert) => cleared(alert, outlook))];
};
