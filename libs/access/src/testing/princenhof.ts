import type { AlertRow, InvolvementRow, ProfessionalView, SignalRow, VisitRow } from '@kring/contracts';
import type { Personal, SealedCircle } from '@kring/household';
import type { Caller } from '../caller.ts';

/** One household with everything that the policies tell apart, and those who may come to read it. */

const sealed = (pointer: string): Personal => ({ box: 'u-1', pointer });
const at = '2026-03-02T09:00:00.000Z';

const worker = (id: string, role: string): ProfessionalView<Personal> => ({ id, name: sealed(`/${id}/name`), role, phone: sealed(`/${id}/phone`), email: null });

type Involved = Pick<InvolvementRow<Personal>, 'organisation' | 'role' | 'domain'> & Partial<InvolvementRow<Personal>>;
export const involvement = ({ organisation, role, domain, ...more }: Involved): InvolvementRow<Personal> => ({
  involvementId: `i-${organisation}`, organisation, professional: worker(`w-${organisation}`, role), role, level: 'basic-team', domain, person: 'p_1', since: at, until: null,
  expectedEnd: null, endReason: null, state: 'active', lastConfirmed: null, legalBasis: 'wmo', sensitivity: 'normal', learnedAt: null, because: [`started-${organisation}`], ...more,
});

export const signal = (signalId: string, raisedBy: string, addressedTo: string | null, more: Partial<SignalRow> = {}): SignalRow => ({
  signalId, kind: 'loneliness', domain: 'welfare', urgency: 'normal', raisedBy, addressedTo, state: 'open', raisedAt: at, dueBy: at, answeredAt: null, outcome: null,
  reporterInformedAt: null, sensitivity: 'normal', learnedAt: null, because: [`raised-${signalId}`], ...more,
});

const visit = (organisation: string, collidesWith: string[], more: Partial<VisitRow<Personal>> = {}): VisitRow<Personal> => ({
  visitId: `v-${organisation}`, organisation, professional: worker(`w-${organisation}`, 'home-carer'), startsAt: '2026-03-09T09:00:00.000Z', endsAt: '2026-03-09T09:30:00.000Z',
  state: 'planned', collidesWith, sensitivity: 'normal', learnedAt: null, because: [`planned-${organisation}`], ...more,
});

const alert = (code: string, organisations: string[], because: string[], actor: string | null = null): AlertRow => ({
  code, name: code, severity: 'warning', since: at, message: { nl: code, en: code }, actor, organisations, threshold: null, sensitivity: 'normal', because,
});

export const princenhof = (changed: Partial<SealedCircle> = {}): SealedCircle => ({
  householdId: 'h-1', canonicalId: 'h-1', state: 'registered', region: 'stede-broec', area: 'princenhof',
  address: { sealed: sealed('/address'), masked: false },
  members: [{ personId: 'p_1', name: sealed('/members/0/name'), birthDate: sealed('/members/0/birthDate'), relation: 'head', certainty: 'registered', residence: 'primary', since: at, learnedAt: null, because: ['registered'] }],
  contactPerson: {
    organisation: 'ons-stede-broec', professional: worker('w-1', 'neighbourhood-supporter'), since: at, residentPreferred: true, cover: null,
    lastPulseCheck: { at, trend: 'stable', channel: 'visit', nextDue: null, because: ['pulse'] }, because: ['assigned'],
  },
  coordinator: { organisation: 'gemeente-stede-broec', because: ['registered'] },
  involvements: [
    involvement({ organisation: 'omring', role: 'district-nurse', domain: 'care' }),
    involvement({ organisation: 'meander', role: 'home-carer', domain: 'care' }),
    involvement({ organisation: 'vkb', role: 'debt-counsellor', domain: 'debt' }),
    involvement({ organisation: 'politie', role: 'police-officer', domain: 'safety', sensitivity: 'brokered' }),
    involvement({ organisation: 'oggz', role: 'psychiatric-nurse', domain: 'mental-health', sensitivity: 'hidden' }),
  ],
  supporters: [{ supporterId: 's-1', organisation: 'meander', kind: 'neighbour', label: sealed('/label'), agreed: true, since: at, until: null, sensitivity: 'normal', learnedAt: null, because: ['supporter'] }],
  questions: [{ questionId: 'q-1', organisation: 'vkb', kind: 'problem', about: 'self', initiatedBy: 'resident', at, sensitivity: 'normal', because: ['asked'] }],
  ownStrength: { explored: true, together: true, networkInvolved: true, result: 'network', at, because: ['explored'] },
  signals: [
    signal('by-omring', 'omring', 'ons-stede-broec'),
    signal('to-omring', 'vkb', 'omring'),
    signal('to-the-team', 'vkb', 'zorgzame-buurt-princenhof'),
    signal('by-the-corporation', 'de-woonschakel', 'ons-stede-broec', { kind: 'neglect', domain: 'housing' }),
    signal('hidden', 'oggz', null, { sensitivity: 'hidden' }),
  ],
  referralChains: [{
    chainId: 'c-1', stepCount: 1, because: ['referred'],
    steps: [{ referralId: 'r-1', from: 'vkb', to: 'mee-groningen', discipline: 'client-supporter', level: 'basic-team', state: 'requested', stepNumber: 1, requestedAt: at, reasonForExtraStep: false, sensitivity: 'normal', because: ['referred'] }],
  }],
  matches: [
    { matchId: 'm-1', organisations: ['omring', 'de-woonschakel', 'politie'], state: 'detected', acknowledgedBy: ['politie'], owner: worker('w-police', 'police-officer'), outcome: null, detectedAt: at, because: ['matched'] },
    { matchId: 'm-2', organisations: ['meander', 'vkb'], state: 'detected', acknowledgedBy: [], owner: null, outcome: null, detectedAt: at, because: ['matched-too'] },
  ],
  visits: [visit('omring', ['v-meander', 'v-politie']), visit('meander', ['v-omring']), visit('politie', ['v-omring'], { sensitivity: 'brokered' }), visit('oggz', [], { sensitivity: 'hidden' })],
  plan: { planId: 'plan', version: 1, goals: [{ domain: 'care', aim: 'keep-stable' }], at, because: ['planned'] },
  participation: { steps: [{ area: 'participate', label: sealed('/step'), at, because: ['step'] }], level: 3 },
  aftercare: null,
  consents: [{ scope: 'share-visits', organisation: 'vkb', withOrganisations: ['meander'], givenAt: at, expiresOn: null, withdrawnAt: null, because: ['consented'] }],
  residentInformed: [{ organisation: 'omring', about: 'involvement', at, deferred: false, because: ['informed'] }],
  alerts: [
    alert('A01', ['omring', 'meander', 'vkb', 'politie'], ['started-omring', 'started-meander', 'started-vkb', 'started-politie'], 'omring'),
    alert('A03', ['omring', 'de-woonschakel', 'politie'], ['matched'], 'each-involved'),
    alert('A04', ['ons-stede-broec', 'de-woonschakel'], ['raised-by-the-corporation'], 'ons-stede-broec'),
    { ...alert('A10', ['politie'], ['started-politie'], 'politie'), sensitivity: 'brokered' },
    { ...alert('A12', ['oggz'], ['withdrawn'], 'oggz'), sensitivity: 'hidden' },
    alert('A11', ['vkb'], ['started-vkb'], 'vkb'),
  ],
  hiddenContacts: false,
  freshness: ['omring', 'meander', 'vkb', 'politie', 'oggz', 'de-woonschakel', 'gemeente-stede-broec'].map((organisation) => ({ organisation, lastEventAt: at, gaps: 0 })),
  position: '0000000000000042', asOf: '2026-03-05T09:00:00.000Z', knownAt: '2026-03-05T09:00:00.000Z',
  ...changed,
});

export const system = (partner: string): Caller => ({ kind: 'system', subject: partner, partner, roles: ['system'] });
export const user = (subject: string, ...roles: string[]): Caller => ({ kind: 'user', subject, partner: subject.slice(subject.indexOf('@') + 1), roles });

export const readers = {
  caseworker: user('wijkverpleegkundige@omring', 'district-nurse', 'caseworker'),
  contactPerson: user('wijkondersteuner@ons-stede-broec', 'neighbourhood-supporter', 'caseworker'),
  coordinator: user('regisseur@gemeente-stede-broec', 'coordinator'),
  volunteer: user('buurtverbinder@ons-stede-broec', 'neighbourhood-connector'),
  corporation: user('woonconsulent@de-woonschakel', 'housing-consultant', 'caseworker'),
  notInvolved: user('huisarts@huisarts-de-lariks', 'gp', 'caseworker'),
  auditor: { kind: 'user', subject: 'auditor@hub', partner: null, roles: ['auditor'] },
  resident: { kind: 'user', subject: 'bewoner-1@resident', partner: null, roles: ['resident'], personId: 'p_1' },
} as const satisfies Record<string, Caller>;
