import type { Circle } from '@kring/contracts';
import type { Involvement, Visit } from '../circle/rows.ts';

/** A circle for specs: nobody around a household in Princenhof, but for what is given. */
export const aCircle = (given: Partial<Circle> = {}): Circle => ({
  householdId: 'h-1', canonicalId: 'h-1', state: 'registered', region: 'stede-broec', area: 'princenhof',
  address: { postcode: null, houseNumber: null, addition: null, masked: true },
  members: [], contactPerson: null, coordinator: null, involvements: [], supporters: [], questions: [], ownStrength: null, signals: [], referralChains: [], matches: [], visits: [],
  plan: null, participation: { steps: [], level: null }, aftercare: null, consents: [], residentInformed: [], alerts: [], hiddenContacts: false, freshness: [],
  position: '1', asOf: '2026-03-01T12:00:00Z', knownAt: '2026-03-01T12:00:00Z',
  ...given,
});

const professional = { id: 'o-1', name: null, role: 'district-nurse', phone: null, email: null };

export const anInvolvement = (given: Partial<Involvement> = {}): Involvement => ({
  involvementId: 'i-1', organisation: 'omring', professional, role: 'district-nurse', level: 'basic-team', domain: 'care', person: null, since: '2026-01-01T00:00:00Z', until: null,
  expectedEnd: null, endReason: null, state: 'active', lastConfirmed: null, legalBasis: 'zvw', sensitivity: 'normal', learnedAt: null, because: [],
  ...given,
});

export const aVisit = (given: Partial<Visit> = {}): Visit => ({
  visitId: 'v-1', organisation: 'omring', professional, startsAt: '2026-03-10T08:00:00Z', endsAt: '2026-03-10T09:00:00Z', state: 'planned', collidesWith: [], sensitivity: 'normal', learnedAt: null, because: [],
  ...given,
});
