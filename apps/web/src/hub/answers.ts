import type { AlertRow, Circle } from '@kring/contracts';

export type SearchQuery =
  | { bsn: string }
  | { address: { postcode: string; houseNumber: number; addition?: string } }
  | { name: string; birthDate: string }
  | { householdId: string };

export type FoundHousehold = Pick<Circle, 'householdId' | 'area' | 'contactPerson' | 'members'>;

/** `asOf`: what was true then. `knownAt`: by what was known then. Absent: now. */
export type Moment = { asOf: string | null; knownAt: string | null };
export const now: Moment = { asOf: null, knownAt: null };

export type TimelineEntry = {
  eventId: string;
  type: string;
  organisation: string | null;
  occurredAt: string;
  recordedAt: string;
  text: { nl: string };
};
export type Timeline = { entries: TimelineEntry[]; next: string | null };

export type Alert = AlertRow & { householdId: string | null; area?: string | null };
export type AlertPage = { alerts: Alert[]; next: string | null };
