import { beforeAll, describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import type { SealedCircle } from '@kring/household';
import { loadRegions } from '@kring/regions';
import type { Regions } from '@kring/regions';
import { involvement, princenhof, readers, signal, system } from './testing/princenhof.ts';
import { visibleTo } from './visible-to.ts';

let regions: Regions;
beforeAll(async () => {
  regions = await loadRegions(join(import.meta.dirname, '../../../deploy/regions'));
});

type Reader = keyof typeof readers;
/** What a reader sees of something: the answer of one cell of the table. */
type Look = (seen: SealedCircle) => unknown;

const household: Look = ({ members }) => members.map((member) => ('name' in member ? 'named' : 'pseudonym'));
const organisations: Look = ({ involvements }) => involvements.map(({ organisation, role }) => (role === undefined ? `${organisation}: ask the broker` : `${organisation}: ${role}`));
const workerNames: Look = ({ contactPerson, involvements }) => [
  ...(contactPerson?.professional.name ? ['the contact person'] : []),
  ...involvements.filter(({ professional }) => professional?.name).map(({ organisation }) => organisation),
];
const signals: Look = (seen) => seen.signals.map((one) => `${one.signalId}${'kind' in one ? '' : ' without content'}${'raisedBy' in one ? '' : ' without reporter'}`);
const visits: Look = (seen) => seen.visits.map(({ organisation, professional }) => `${organisation}${professional ? '' : ' slot'}`);
const matches: Look = (seen) => seen.matches.map((match) => match.organisations.join(' '));

const unknown = 'the household is not known';
const everyone = ['omring: district-nurse', 'meander: home-carer', 'vkb: debt-counsellor'];
const withBroker = [...everyone, 'politie: ask the broker'];
const withPolice = [...everyone, 'politie: police-officer'];
const openSignals = ['by-omring', 'to-omring', 'to-the-team', 'by-the-corporation'];

const table: readonly (readonly [item: string, look: Look, cells: Readonly<Record<Reader, unknown>>])[] = [
  ['the household', household, {
    caseworker: ['named'], contactPerson: ['named'], coordinator: ['named'], volunteer: unknown, corporation: ['named'], notInvolved: unknown, auditor: ['pseudonym'], resident: ['named'],
  }],
  ['organisations and roles', organisations, {
    caseworker: everyone, contactPerson: withBroker, coordinator: withBroker, volunteer: unknown, corporation: [], notInvolved: unknown, auditor: withPolice, resident: withPolice,
  }],
  ['the names of workers', workerNames, {
    caseworker: ['the contact person', 'omring', 'meander'],
    contactPerson: ['the contact person', 'omring', 'meander', 'vkb'], coordinator: ['the contact person', 'omring', 'meander', 'vkb'], volunteer: unknown,
    corporation: ['the contact person'], notInvolved: unknown,
    auditor: ['the contact person', 'omring', 'meander', 'vkb', 'politie'], resident: ['the contact person', 'omring', 'meander', 'vkb', 'politie'],
  }],
  ['signals', signals, {
    caseworker: ['by-omring', 'to-omring', 'to-the-team'], contactPerson: openSignals, coordinator: openSignals, volunteer: unknown, corporation: ['by-the-corporation'], notInvolved: unknown,
    auditor: openSignals.map((one) => `${one} without content`), resident: openSignals.map((one) => `${one} without reporter`),
  }],
  ['visits', visits, {
    caseworker: ['omring', 'meander slot'], contactPerson: ['omring', 'meander', 'politie slot'], coordinator: ['omring', 'meander', 'politie slot'], volunteer: unknown, corporation: [],
    notInvolved: unknown, auditor: ['omring', 'meander', 'politie'], resident: ['omring', 'meander', 'politie'],
  }],
  ['matches', matches, {
    caseworker: ['omring de-woonschakel'], contactPerson: ['omring de-woonschakel politie', 'meander vkb'], coordinator: ['omring de-woonschakel politie', 'meander vkb'], volunteer: unknown,
    corporation: ['omring de-woonschakel'], notInvolved: unknown, auditor: ['omring de-woonschakel politie', 'meander vkb'], resident: ['omring de-woonschakel politie', 'meander vkb'],
  }],
  ['alerts', ({ alerts }) => alerts.map(({ code }) => code), {
    caseworker: ['A01', 'A03', 'A11'], contactPerson: ['A01', 'A03', 'A04', 'A10', 'A11'], coordinator: ['A01', 'A03', 'A04', 'A10', 'A11'], volunteer: unknown,
    corporation: ['A03', 'A04'], notInvolved: unknown, auditor: ['A01', 'A03', 'A04', 'A10', 'A11'], resident: [],
  }],
  ['when organisations last told something', ({ freshness }) => freshness.map(({ organisation }) => organisation), {
    caseworker: ['omring', 'meander', 'vkb', 'de-woonschakel', 'gemeente-stede-broec'],
    contactPerson: ['omring', 'meander', 'vkb', 'politie', 'de-woonschakel', 'gemeente-stede-broec'], coordinator: ['omring', 'meander', 'vkb', 'politie', 'de-woonschakel', 'gemeente-stede-broec'],
    volunteer: unknown, corporation: ['omring', 'de-woonschakel', 'gemeente-stede-broec'], notInvolved: unknown,
    auditor: ['omring', 'meander', 'vkb', 'politie', 'de-woonschakel', 'gemeente-stede-broec'], resident: ['omring', 'meander', 'vkb', 'politie', 'de-woonschakel', 'gemeente-stede-broec'],
  }],
  ['that something is kept back', ({ hiddenContacts }) => hiddenContacts, {
    caseworker: true, contactPerson: true, coordinator: true, volunteer: unknown, corporation: true, notInvolved: unknown, auditor: true, resident: false,
  }],
];
const cells = table.flatMap(([item, look, answers]) => Object.entries(answers).map(([reader, answer]) => [reader as Reader, item, look, answer] as const));

const seenBy = (reader: Reader, circle = princenhof()): SealedCircle | null => visibleTo(readers[reader], circle, regions);
const whatIsSeenBy = (reader: Reader, circle?: SealedCircle): SealedCircle => {
  const seen = seenBy(reader, circle);
  if (seen === null) throw new Error(`${reader} does not know the household`);
  return seen;
};

describe('who sees what', () => {
  it.each(cells)('%s: %s', (reader, _item, look, answer) => {
    const seen = seenBy(reader);
    expect(seen === null ? unknown : look(seen)).toEqual(answer);
  });
});

describe('what a reader may not see', () => {
  it('is left out, never blanked', () => {
    const [, , vkb] = whatIsSeenBy('caseworker').involvements;
    expect(vkb?.professional).not.toHaveProperty('name');
    expect(vkb?.professional.phone).not.toBeNull();
    const [member] = whatIsSeenBy('auditor').members;
    expect(member).not.toHaveProperty('birthDate');
  });

  it.each(['caseworker', 'contactPerson', 'coordinator', 'corporation', 'auditor', 'resident'] as const)('does not show a hidden partner to a %s, anywhere', (reader) => {
    expect(JSON.stringify(whatIsSeenBy(reader))).not.toContain('oggz');
  });

  it.each(['caseworker', 'corporation'] as const)('does not show a brokered partner to a %s, anywhere', (reader) => {
    expect(JSON.stringify(whatIsSeenBy(reader))).not.toMatch(/politie|police/);
  });

  it('tells of a brokered partner only that there is one to ask', () => {
    const police = whatIsSeenBy('coordinator').involvements.find(({ organisation }) => organisation === 'politie');
    expect(Object.keys(police ?? {}).sort()).toEqual(['because', 'involvementId', 'learnedAt', 'organisation', 'sensitivity', 'since', 'state', 'until']);
  });

  it('is no secret to whom it is about: a hidden partner sees itself', () => {
    const seen = visibleTo(system('oggz'), princenhof(), regions);
    expect(seen?.involvements.map(({ organisation }) => organisation)).toEqual(['omring', 'meander', 'vkb', 'oggz']);
    expect(seen?.alerts.map(({ code }) => code)).toContain('A12');
  });

  it('never tells the resident who raised a signal, not even by its being there', () => {
    const alone = princenhof({ matches: [], signals: [signal('by-the-corporation', 'de-woonschakel', 'ons-stede-broec')] });
    expect(JSON.stringify(whatIsSeenBy('resident', alone))).not.toContain('de-woonschakel');
  });

  it('stays back from a resident who is lawfully not yet told, and that it does so too', () => {
    const deferred = { organisation: 'vkb', about: 'involvement', at: '2026-03-03T09:00:00.000Z', deferred: true, because: ['deferred'] };
    const alone = princenhof({ signals: [], referralChains: [], questions: [], consents: [], matches: [], alerts: [], residentInformed: [deferred] });
    const seen = whatIsSeenBy('resident', alone);
    expect(JSON.stringify(seen)).not.toContain('vkb');
    expect(seen.hiddenContacts).toBe(false);
    const told = whatIsSeenBy('resident', { ...alone, residentInformed: [deferred, { ...deferred, deferred: false }] });
    expect(told.involvements.map(({ organisation }) => organisation)).toContain('vkb');
  });

  it('names in an alert only organisations that the reader knows here', () => {
    const [noContactPerson, unacknowledged] = whatIsSeenBy('caseworker').alerts;
    expect(noContactPerson).toMatchObject({ organisations: ['omring', 'meander', 'vkb'], because: ['started-omring', 'started-meander', 'started-vkb'], actor: 'omring' });
    expect(unacknowledged).toMatchObject({ organisations: ['omring', 'de-woonschakel'], actor: 'each-involved' });
  });

  it('is not counted by a visit that collides with it', () => {
    expect(whatIsSeenBy('caseworker').visits[0]?.collidesWith).toEqual(['v-meander']);
    expect(whatIsSeenBy('coordinator').visits[0]?.collidesWith).toEqual(['v-meander', 'v-politie']);
  });

  it('is the owner of a match too, when it may be of a partner that is kept back', () => {
    expect(whatIsSeenBy('caseworker').matches[0]).not.toHaveProperty('owner');
    expect(whatIsSeenBy('coordinator').matches[0]?.owner?.name).not.toBeNull();
  });

  it('includes how the household is doing, for a corporation', () => {
    const seen = whatIsSeenBy('corporation');
    expect(seen.contactPerson).not.toHaveProperty('lastPulseCheck');
    expect([seen.supporters, seen.questions, seen.ownStrength, seen.plan, seen.participation]).toEqual([[], [], null, null, { steps: [], level: null }]);
    expect(seen.members[0]).not.toHaveProperty('birthDate');
  });

  it('includes what a brokered partner told, for a caseworker', () => {
    const [supporter] = princenhof().supporters;
    const discreet = princenhof({ supporters: supporter ? [{ ...supporter, organisation: 'politie', sensitivity: 'brokered' }] : [] });
    expect([whatIsSeenBy('caseworker', discreet).supporters.length, whatIsSeenBy('coordinator', discreet).supporters.length]).toEqual([0, 1]);
  });

  it('includes a referral that a caseworker has no part in', () => {
    expect(whatIsSeenBy('caseworker').referralChains).toEqual([]);
    expect(visibleTo(system('mee-groningen'), princenhof(), regions)?.referralChains).toHaveLength(1);
  });
});

describe('an address', () => {
  it.each([['caseworker', true], ['corporation', true], ['auditor', false], ['resident', true]] as const)('is seen by a %s: %s', (reader, seen) => {
    expect(whatIsSeenBy(reader).address.masked).toBe(!seen);
  });

  it.each([['caseworker', false], ['contactPerson', false], ['corporation', false], ['coordinator', true], ['resident', true]] as const)('that is shielded is seen by a %s: %s', (reader, seen) => {
    const shielded = princenhof({ address: { ...princenhof().address, masked: true } });
    const { address } = whatIsSeenBy(reader, shielded);
    expect([address.masked, address.sealed === null]).toEqual([!seen, !seen]);
  });
});

describe('an earlier circle', () => {
  it('is read by who is involved now', () => {
    const earlier = princenhof({ involvements: [], freshness: [], signals: [], referralChains: [] });
    expect(visibleTo(readers.caseworker, earlier, regions, princenhof())?.involvements).toEqual([]);
    expect(visibleTo(readers.caseworker, princenhof(), regions, earlier)).toBeNull();
  });

  it('keeps back what has become hidden since', () => {
    const earlier = princenhof({ involvements: [involvement({ organisation: 'omring', role: 'district-nurse', domain: 'care' }), involvement({ organisation: 'oggz', role: 'psychiatric-nurse', domain: 'mental-health' })] });
    expect(JSON.stringify(visibleTo(readers.coordinator, earlier, regions, princenhof()))).not.toContain('oggz');
  });
});
