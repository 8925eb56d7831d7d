import { describe, expect, it } from '@jest/globals';
import { sampleOf } from '../../samples/samples.ts';
import { validateData, validateEnvelope, validateEvent } from './validate.ts';

const started = 'nl.kring.involvements.started.v1';
const registered = 'nl.kring.households.registered.v1';
const planned = 'nl.kring.visits.planned.v1';

const dataWith = (type: string, changes: Record<string, unknown>): Record<string, unknown> => ({ ...sampleOf(type).data, ...changes });
const errorsAt = (type: string, changes: Record<string, unknown>): string[][] =>
  validateData(type, dataWith(type, changes)).map(({ pointer, rule }) => [pointer, rule]);

describe('the data of an event', () => {
  it('asks of an involvement no more than what identifies it, beside what every event says', () => {
    const professional = { id: 'w-1', name: 'Wijkwerker Eén', role: 'district-nurse' };
    const common = { household: { householdId: 'h-1' }, occurredAt: '2026-03-12T10:15:00Z', legalBasis: 'wmo', purpose: 'involvement' };
    expect(validateData(started, { ...common, involvementId: 'i-1', professional, level: 'basic-team', domain: 'care' })).toEqual([]);
  });

  it('may speak of a role that a region added', () => {
    expect(errorsAt(planned, { professional: { id: 'w-1', name: 'Henk Smit', role: 'dorpsondersteuner' } })).toEqual([]);
  });

  it('hears every error at once, each at the field that is wrong', () => {
    const errors = errorsAt(registered, {
      household: { bsn: '123456789' },
      members: [{ bsn: '999990019', birthDate: '2026-02-30', hobby: 'biljart' }, 'Piet'],
      address: { postcode: '1611 AB', houseNumber: '12' },
      area: undefined,
      addressKind: 'flat',
      sensitivity: null,
    });
    expect(errors.toSorted()).toEqual([
      ['/data/address/houseNumber', 'wrong-type'],
      ['/data/address/postcode', 'wrong-format'],
      ['/data/addressKind', 'not-one-of'],
      ['/data/area', 'required'],
      ['/data/household/bsn', 'bsn-eleven-test'],
      ['/data/members/0/birthDate', 'no-such-day'],
      ['/data/members/0/hobby', 'unknown-field'],
      ['/data/members/1', 'wrong-type'],
      ['/data/sensitivity', 'wrong-type'],
    ]);
  });

  it('names a household by at least one of its keys', () => {
    expect(errorsAt(planned, { household: {} })).toEqual([['/data/household', 'no-key']]);
  });

  it.each([
    ['2026-03-19T09:00:00+01:00', '2026-03-19T09:00:00+01:00', [['/data/endsAt', 'ends-before-it-starts']]],
    ['2026-03-19T09:00:00+01:00', '2026-03-19T08:30:00Z', []],
    ['2026-03-19T09:00:00+01:00', '2026-03-19T07:30:00Z', [['/data/endsAt', 'ends-before-it-starts']]],
    ['yesterday', '2026-03-19T07:30:00Z', [['/data/startsAt', 'wrong-format']]],
  ])('takes a visit from %s to %s for what it is', (startsAt, endsAt, errors) => {
    expect(errorsAt(planned, { startsAt, endsAt })).toEqual(errors);
  });

  it('never has its values repeated', () => {
    const secrets = { bsn: '123456789', name: 'Geheim\u0000', occurredAt: 'Geheim', level: 'Geheim', extra: 'Geheim' };
    const errors = validateData(started, dataWith(started, { ...secrets, household: { bsn: '123456789' }, professional: { id: 'Geheim!', name: 'Geheim\u0000', role: 'Geheim' } }));
    expect(errors.length).toBeGreaterThan(5);
    expect(JSON.stringify(errors.map((error) => error.detail))).not.toMatch(/Geheim|123456789/);
  });

  it('of a type that is not in the catalogue is not looked at', () => {
    expect(validateData('nl.kring.nothing.happened.v1', {}).map(({ pointer, rule }) => [pointer, rule])).toEqual([['/type', 'unknown-type']]);
    expect(validateData('__proto__', {})[0]?.rule).toBe('unknown-type');
  });

  it.each([[null], [undefined], ['data'], [[]], [1]])('is an object, not %p', (data) => {
    expect(validateData(planned, data).map(({ pointer, rule }) => [pointer, rule])).toEqual([['/data', 'wrong-type']]);
  });
});

describe('the envelope of an event', () => {
  const envelopeWith = (changes: Record<string, unknown>): string[][] =>
    validateEnvelope({ ...sampleOf(planned), ...changes }).map(({ pointer, rule }) => [pointer, rule]);

  it('says of whom, what and when', () => {
    const { specversion, id, source, type, time, data } = sampleOf(planned);
    expect(validateEnvelope({ specversion, id, source, type, time, data })).toEqual([]);
    expect(validateEnvelope({}).map((error) => error.pointer)).toEqual(['/specversion', '/id', '/source', '/type', '/time', '/data']);
  });

  it.each([
    ['specversion', '0.3', 'not-one-of'],
    ['id', '', 'wrong-format'],
    ['id', 'met spatie', 'wrong-format'],
    ['source', 'urn:nld:oin:123:systeem:kring', 'wrong-format'],
    ['source', 'https://omring.example', 'wrong-format'],
    ['type', 'VisitPlanned', 'wrong-format'],
    ['time', '2026-03-12 11:02:14', 'wrong-format'],
    ['time', '2026-02-29T11:02:14Z', 'no-such-day'],
    ['datacontenttype', 'text/xml', 'wrong-format'],
    ['dataschema', 'not a uri', 'wrong-format'],
    ['sequence', '0', 'wrong-format'],
    ['sequence', 1.5, 'wrong-type'],
    ['sequencetype', 'String', 'not-one-of'],
    ['traceparent', 'ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01', 'wrong-format'],
    ['subject', '999990019', 'bsn-in-attribute'],
    ['data', null, 'wrong-type'],
    ['data_base64', 'e30=', 'unknown-field'],
    ['naam', 'Anna Visser', 'unknown-field'],
  ])('has no %s such as %p', (attribute, value, rule) => {
    expect(envelopeWith({ [attribute]: value })).toEqual([[`/${attribute}`, rule]]);
  });

  it.each([
    ['sequence', 18],
    ['sequence', '18'],
    ['datacontenttype', 'application/json; charset=utf-8'],
    ['source', 'urn:nld:oin:00000099000000000532:systeem:kring-demo'],
    ['subject', '018f6b2c-41d0-7c3a-9e52-6a0b7f21c9d4'],
  ])('may have a %s such as %p', (attribute, value) => {
    expect(envelopeWith({ [attribute]: value })).toEqual([]);
  });
});

describe('a whole event', () => {
  it('hears what is wrong with its envelope and with its data', () => {
    const event = { ...sampleOf(planned), time: 'nu', data: dataWith(planned, { visitId: '' }) };
    expect(validateEvent(event).map((error) => error.pointer)).toEqual(['/time', '/data/visitId']);
  });

  it('is told once that its type is unknown', () => {
    expect(validateEvent({ ...sampleOf(planned), type: 'nl.kring.nothing.happened.v1' }).map((error) => error.rule)).toEqual(['unknown-type']);
    expect(validateEvent({ ...sampleOf(planned), type: 7 }).map((error) => error.pointer)).toEqual(['/type']);
  });
});
