import type { TestDoor } from './test-door.ts';
import { today } from './test-door.ts';

/** A BSN of the test range 9999xxxxx that passes the 11-test, the n-th of them. */
export const bsn = (n: number): string => {
  for (let tail = n * 11; ; tail++) {
    const digits = [...`9999${String(tail % 100_000).padStart(5, '0')}`].map(Number);
    if (digits.reduce((sum, digit, at) => sum + digit * (at === 8 ? -1 : 9 - at), 0) % 11 === 0) return digits.join('');
  }
};

export type Household = { readonly householdId?: string; readonly bsn?: string; readonly address?: { readonly postcode: string; readonly houseNumber: number; readonly addition?: string } };

let last = 0;

/** Makes the events that partners would send. */
export const sender = (door: TestDoor) => {
  const event = (partner: string, type: string, household: Household, data: object) => ({
    specversion: '1.0',
    id: `e-${++last}`,
    source: door.source(partner),
    type: `nl.kring.${type}.v1`,
    time: today.toISOString(),
    datacontenttype: 'application/json',
    data: { household, occurredAt: '2026-02-01T09:00:00Z', legalBasis: 'wmo', purpose: 'involvement', ...data },
  });
  return {
    event,
    registered: (head: string, address: NonNullable<Household['address']>, more: object = {}) =>
      event('gemeente-stede-broec', 'households.registered', { bsn: head }, {
        members: [{ bsn: head, name: 'Annie Visser', birthDate: '1941-05-06', relation: 'head' }], address, area: 'princenhof', addressKind: 'dwelling', ...more,
      }),
    involved: (household: Household, more: object = {}) =>
      event('omring', 'involvements.started', household, { involvementId: `i-${last}`, professional: { id: 'w-1', name: 'Marit de Boer', role: 'district-nurse' }, level: 'basic-team', domain: 'care', ...more }),
    signalled: (household: Household) => event('de-woonschakel', 'signals.raised', household, { signalId: `s-${last}`, kind: 'neglect', domain: 'housing', urgency: 'normal' }),
  };
};
