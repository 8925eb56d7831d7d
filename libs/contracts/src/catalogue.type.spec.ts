import { expect, it } from '@jest/globals';
import type { HouseholdContractEvent } from './catalogue.ts';
import { VisitPlannedData, type VisitPlanned, type VisitRescheduled } from './household/visits.ts';

/** Compiles only as long as the type tells which fields the data has. */
const slotOf = (event: HouseholdContractEvent): string | null => {
  switch (event.type) {
    case VisitPlannedData.type:
      return `${event.data.startsAt} ${event.data.professional.id}`;
    case 'nl.kring.visits.rescheduled.v1':
      return event.data.startsAt;
    case 'nl.kring.aftercare.started.v1':
      // @ts-expect-error aftercare has no slot
      return event.data.startsAt ?? null;
    default:
      return null;
  }
};

const common = { household: { householdId: 'h-1' }, occurredAt: '2026-03-12T10:15:00Z', legalBasis: 'zvw', purpose: 'coordination' } as const;
const slot = { visitId: 'v-1', startsAt: '2026-03-19T09:00:00Z', endsAt: '2026-03-19T09:45:00Z' };

it('an event can be written as plain data, and its type tells what the data holds', () => {
  const planned: VisitPlanned = { type: 'nl.kring.visits.planned.v1', data: { ...common, ...slot, professional: { id: 'w-1', name: 'Fatima', role: 'district-nurse' } } };
  const moved: VisitRescheduled = { type: 'nl.kring.visits.rescheduled.v1', data: { ...common, ...slot } };
  expect([planned, moved].map(slotOf)).toEqual(['2026-03-19T09:00:00Z w-1', '2026-03-19T09:00:00Z']);
});
