import type { AlertRow } from '@kring/contracts';
import type { HouseholdEvent } from '../event.ts';
import { about, happened, type Outlook } from './hub-fact.ts';

const raisedType = 'nl.kring.alerts.raised.v1';
const clearedType = 'nl.kring.alerts.cleared.v1';
const deadlineType = 'nl.kring.alerts.deadline-passed.v1';

/** An alert that the hub raised and has not cleared. */
export type OpenAlert = { readonly alertId: string; readonly code: string; readonly severity: string };

/** What the hub has said about the alerts of a household, by what tells one alert from another. */
export type AlertsTold = {
  readonly open: ReadonlyMap<string, readonly OpenAlert[]>;
  /** How often each was raised. */
  readonly times: ReadonlyMap<string, number>;
  readonly deadlines: ReadonlySet<string>;
};

/** A household has one of these at most; of the others there may be one for each signal, involvement or referral. */
const onePerHousehold: ReadonlySet<string> = new Set(['A01', 'A02', 'A08', 'A13', 'A14', 'A21', 'A22']);

/** What tells an alert from others of its code: the first of the events behind it, and since when it holds. */
export const keyOf = ({ code, since, because }: Pick<AlertRow, 'code' | 'since' | 'because'>): string =>
  about(code, onePerHousehold.has(code) ? '' : (because[0] ?? ''), Date.parse(since));

type RaisedData = Pick<AlertRow, 'code' | 'since' | 'because' | 'severity'> & { readonly alertId: string };
const raisedIn = ({ data }: HouseholdEvent): RaisedData => data as unknown as RaisedData;

/** What was said up to the instant of the decision, whichever of its ids the household was then known by. */
export const alertsTold = (outlook: Outlook): AlertsTold => {
  const cleared = new Set(happened(outlook, clearedType).map(({ data }) => data['alertId']));
  const raised = happened(outlook, raisedType).map(raisedIn);
  const open = Map.groupBy(raised.filter(({ alertId }) => !cleared.has(alertId)), keyOf);
  const times = new Map([...Map.groupBy(raised, keyOf)].map(([key, same]) => [key, same.length] as const));
  const deadlines = new Set(happened(outlook, deadlineType).map(({ data }) => String(data['deadlineId'])));
  return { open, times, deadlines };
};

/** The id of an alert follows from the household and the alert; one that comes back after it was cleared gets another. */
export const alertIdOf = (row: AlertRow, times: number, { circle, idOf }: Outlook): string =>
  `${row.code.toLowerCase()}-${idOf(about(circle.canonicalId, keyOf(row), times))}`;
