import type { JsonObject } from '@kring/event-store';
import type { Telling } from './audit-hub.ts';

const involved = (partner: string, day: string, more: JsonObject = {}): Telling => ({
  partner, householdId: 'h-1', type: 'involvements.started', occurredAt: `${day}T09:00:00.000Z`,
  data: { involvementId: `i-${partner}`, professional: { id: `w-${partner}`, role: 'district-nurse' }, level: 'basic-team', domain: 'care', ...more },
  personal: { '/professional/name': `Worker of ${partner}` },
});

/** A household in Princenhof: registered, helped by two who were not told of each other, and by one who is hidden. */
export const princenhof: readonly Telling[] = [
  {
    partner: 'gemeente-stede-broec', householdId: 'h-1', type: 'households.registered', occurredAt: '2026-01-05T09:00:00.000Z',
    data: { members: [{ personId: 'p_h-1', relation: 'head' }], area: 'princenhof', addressKind: 'dwelling' },
    personal: { '/members/0/name': 'Fenna de Vries', '/address': { postcode: '1611AB', houseNumber: 12 } },
  },
  involved('omring', '2026-02-02'),
  { partner: 'omring', householdId: 'h-1', type: 'residents.informed', occurredAt: '2026-02-03T09:00:00.000Z', data: { about: 'involvement' } },
  involved('oggz', '2026-02-10', { sensitivity: 'hidden', domain: 'mental-health' }),
  { partner: 'oggz', householdId: 'h-1', type: 'involvements.ended', occurredAt: '2026-02-20T09:00:00.000Z', data: { involvementId: 'i-oggz', reason: 'completed' } },
  { partner: 'ons-stede-broec', householdId: 'h-1', type: 'signals.raised', occurredAt: '2026-02-24T09:00:00.000Z', data: { signalId: 'sg-1', kind: 'loneliness', domain: 'welfare', urgency: 'normal', addressedTo: 'omring' } },
  involved('ons-stede-broec', '2026-03-02', { domain: 'welfare' }),
  { partner: 'ons-stede-broec', householdId: 'h-1', type: 'involvements.changed', occurredAt: '2026-03-03T09:00:00.000Z', data: { involvementId: 'i-ons-stede-broec', level: 'neighbourhood', professional: { id: 'w-ons-stede-broec', role: 'district-nurse' } }, personal: { '/professional/name': 'Worker of ons-stede-broec' } },
  {
    partner: 'ons-stede-broec', householdId: 'h-1', type: 'contact-persons.assigned', occurredAt: '2026-04-01T09:00:00.000Z',
    data: { professional: { id: 'w-ons-stede-broec', role: 'neighbourhood-supporter' }, residentPreferred: true }, personal: { '/professional/name': 'Saskia Groot' },
  },
];
