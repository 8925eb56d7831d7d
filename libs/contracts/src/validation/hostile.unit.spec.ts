import { describe, expect, it } from '@jest/globals';
import { sampleOf } from '../../samples/samples.ts';
import { mostErrors } from './error.ts';
import { validateData, validateEvent } from './validate.ts';

const registered = 'nl.kring.households.registered.v1';
const released = 'nl.kring.contact-persons.released.v1';
const sample = (changes: Record<string, unknown>): Record<string, unknown> => ({ ...sampleOf(registered).data, ...changes });
const rules = (data: unknown, type = registered): string[] => validateData(type, data).map(({ pointer, rule }) => `${pointer} ${rule}`);

/** An object that came off the wire with these names as fields of its own. */
const withField = (name: string): unknown => JSON.parse(JSON.stringify(sample({})).replace('{', `{${JSON.stringify(name)}:1,`));

const nested = (depth: number): unknown => {
  let value: unknown = [];
  for (let level = 0; level < depth; level++) value = [value];
  return value;
};

describe('an event that means harm', () => {
  it.each(['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf'])('finds a field named %s unknown', (name) => {
    expect(rules(withField(name))).toEqual([`/data/${name} unknown-field`]);
  });

  it('brings no fields along in a prototype', () => {
    expect(rules(JSON.parse('{"__proto__":{"household":{"householdId":"h-1"}}}'))).toContain('/data/household required');
  });

  it.each([[registered], ['members'], ['household']])('goes no deeper than the contract goes, in %s', (field) => {
    expect(rules(sample({ [field]: nested(100_000) })).length).toBeGreaterThan(0);
  });

  it('is told a bounded number of errors', () => {
    const noise = Object.fromEntries(Array.from({ length: 1_000 }, (_, place) => [`field${place}`, place]));
    expect(validateData(registered, { ...sample({}), ...noise })).toHaveLength(mostErrors);
  });

  it('is not searched for every error when it is far larger than events are', () => {
    expect(rules(sample({ members: Array.from({ length: 1_000_000 }, () => null) }))).toEqual(['/data too-large']);
  });

  it('has no list longer than the contract allows', () => {
    expect(rules(sample({ members: Array.from({ length: 51 }, () => ({ name: 'Jan' })) }))).toEqual(['/data/members too-many']);
  });

  it('has unknown names cut short and cleaned before they are pointed at', () => {
    expect(rules(withField(`${'x'.repeat(100)}`))).toEqual([`/data/${'x'.repeat(64)}… unknown-field`]);
    expect(rules(withField('bsn 999990019'))).toEqual(['/data/bsn ******** unknown-field']);
    expect(rules(withField('a/b~c'))).toEqual(['/data/a~1b~0c unknown-field']);
    expect(validateData(registered, { ...sample({}), 'half\ud800': 1 })[0]?.pointer).toBe('/data/half\ufffd');
  });

  it.each([1e400, -1e400, NaN, -0, 0.1, 1e21, '12', '1e3'])('has no house number like %p', (houseNumber) => {
    expect(rules(sample({ address: { postcode: '1611AB', houseNumber } }))).toHaveLength(1);
  });

  it.each([['half a pair \ud800'], ['no\u0000thing'], ['turn\u0007bell'], ['   '], ['']])('writes no text like %j', (name) => {
    expect(rules(sample({ members: [{ name }] }))).toEqual(['/data/members/0/name wrong-format']);
  });

  it('writes prose of a page at most, in which lines may break', () => {
    const data = sampleOf(released).data;
    expect(rules({ ...data, reason: 'één\r\n\ttwee' }, released)).toEqual([]);
    expect(rules({ ...data, reason: '😀'.repeat(2_000) }, released)).toEqual([]);
    expect(rules({ ...data, reason: '😀'.repeat(2_001) }, released)).toEqual(['/data/reason too-long']);
  });

  it.each([
    ['a name', { members: [{ name: `${' '.repeat(500_000)}\u0000` }] }],
    ['a code', { area: `${'a-'.repeat(250_000)}!` }],
    ['an instant', { occurredAt: '2'.repeat(500_000) }],
  ])('wins no time by the length of %s', (_, changes) => {
    expect(validateData(registered, sample(changes))).toHaveLength(1);
  }, 2_000);

  it('wins no time by the length of an e-mail address or a phone number', () => {
    const assigned = sampleOf('nl.kring.contact-persons.assigned.v1');
    const professional = { id: 'w-1', name: 'Jan', role: 'volunteer', email: `a@${'b.'.repeat(200_000)}@`, phone: `0${'-'.repeat(400_000)}x` };
    expect(validateData(assigned.type, { ...assigned.data, professional })).toHaveLength(2);
  }, 2_000);

  it.each([[undefined], [null], [[]], ['{}'], [0]])('is no event when it is %p', (event) => {
    expect(validateEvent(event).map(({ pointer, rule }) => [pointer, rule])).toEqual([['', 'wrong-type']]);
  });
});
