import type { AlertRow } from '@kring/contracts';
import type { Situation } from '../circle/situation.ts';
import { noContactPerson } from './a01-no-contact-person.ts';
import { rowsOf, type AlertRule } from './alert.ts';

/** The rules that need nothing but the household, in order of their codes. */
const householdAlerts: readonly AlertRule[] = [noContactPerson];

/** Every alert that stands in a situation. */
export const alertsOf = (situation: Situation): AlertRow[] => householdAlerts.flatMap((rule) => rowsOf(rule, situation));
