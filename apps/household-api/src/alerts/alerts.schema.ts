import { list, orNull, row, text, titled } from '@kring/reading';
import { alertFields } from '../schema/circle.schema.ts';

/** Some alerts are about a publisher, a team or an area, and no household. */
const line = titled('Alert', row({ ...alertFields, householdId: orNull(text), region: text, area: text }));

export const alertsSchema = titled('Alerts', row({ alerts: list(line), next: orNull(text) }));
