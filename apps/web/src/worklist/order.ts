import type { Alert } from '../hub/answers.ts';

/** One code may stand for several alerts on one household, such as two signals that wait. */
export const lineKey = ({ householdId, code, since, because }: Alert): string => [householdId, code, since, ...because].join('/');

export const urgentFirst = (alerts: readonly Alert[]): Alert[] =>
  [...alerts].sort((one, other) => Number(other.severity === 'urgent') - Number(one.severity === 'urgent') || one.since.localeCompare(other.since));
