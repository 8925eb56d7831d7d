import type { JsonObject } from '@kring/event-store';
import type { Telling } from './household-hub.ts';

export const address = { postcode: '1611AB', houseNumber: 12, addition: 'A' };

export const registered = (householdId: string, occurredAt = '2026-01-01T09:00:00Z', partner = 'gemeente-stede-broec'): Telling => ({
  partner,
  householdId,
  type: 'households.registered',
  occurredAt,
  data: { members: [{ personId: `p_${householdId}`, relation: 'head' }], area: 'princenhof', addressKind: 'dwelling' },
  personal: { '/members/0/name': 'Fenna de Vries', '/members/0/birthDate': '1948-02-29', '/address': address },
});

export const involved = (householdId: string, partner: string, occurredAt = '2026-05-20T09:00:00Z', more: JsonObject = {}): Telling => ({
  partner,
  householdId,
  type: 'involvements.started',
  occurredAt,
  data: { involvementId: `i-${partner}`, professional: { id: `w-${partner}`, role: 'district-nurse' }, level: 'basic-team', domain: 'care', ...more },
  personal: { '/professional/name': `Worker of ${partner}`, '/professional/phone': '0228 123456' },
});

export const supported = (householdId: string, supporterId: string, occurredAt = '2026-05-21T09:00:00Z'): Telling => ({
  partner: 'omring',
  householdId,
  type: 'supporters.added',
  occurredAt,
  data: { supporterId, kind: 'neighbour', agreed: true },
  personal: { '/label': 'buurvrouw van nummer 14' },
});

export const merged = (householdId: string, from: readonly string[], occurredAt = '2026-05-25T09:00:00Z'): Telling => ({
  partner: 'gemeente-stede-broec',
  householdId,
  type: 'households.merged',
  occurredAt,
  data: { from: [...from] },
});
