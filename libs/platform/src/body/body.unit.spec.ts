import { describe, expect, it } from '@jest/globals';
import { IsBoolean, IsNotEmptyObject, Length, Max, Min } from 'class-validator';
import { HasShape, HouseholdReference, IsAfter, IsCode, IsHubId, IsInstant, IsListOf, IsListWritten, IsLocalDate, IsOneOf, IsWholeNumber, Optional, Person } from '@kring/contracts';
import { Problem } from '../problem.ts';
import type { ProblemError } from '../problem.ts';
import { bodyValidation } from './body.ts';
import { deepest, mostValues } from './bounded.ts';

class Gathering {
  @HasShape(() => HouseholdReference) @IsNotEmptyObject() household!: HouseholdReference;
  @IsOneOf(['tea', 'coffee']) drink!: string;
  @IsInstant() startsAt!: string;
  @Optional() @IsInstant() @IsAfter('startsAt') endsAt?: string;
  @IsListOf(() => Person, { min: 1, max: 3 }) guests!: Person[];
  @IsWholeNumber(1, 9) tables!: number;
  @Optional() @IsLocalDate() on?: string;
  @Optional() @IsListWritten(IsHubId, { max: 2 }) from?: string[];
  @Optional() @IsCode() area?: string;
  @Optional() @IsBoolean() outside?: boolean;
  @Optional() @Length(2, 5) song?: string;
  @Optional() @Min(0) @Max(10) price?: number;
}

const pipe = bodyValidation();
const good = { household: { householdId: 'h-1' }, drink: 'tea', startsAt: '2026-03-31T09:30:00Z', guests: [{ name: 'Fenna' }], tables: 2 };
const errorsOf = async (body: unknown): Promise<readonly ProblemError[]> => {
  const thrown: unknown = await pipe.transform(body, { type: 'body', metatype: Gathering }).then(() => undefined, (error: unknown) => error);
  if (thrown === undefined) return [];
  if (!(thrown instanceof Problem)) throw thrown;
  expect(thrown.status).toBe(400);
  return thrown.errors;
};
const nested = (depth: number): unknown => JSON.parse(`${'['.repeat(depth)}${']'.repeat(depth)}`);

describe('what is wrong with a body', () => {
  it('is nothing when it fits, and then it is of its class', async () => {
    await expect(pipe.transform(good, { type: 'body', metatype: Gathering })).resolves.toBeInstanceOf(Gathering);
  });

  it.each<[string, object, string, string, string]>([
    ['a code that is not in the list', { drink: 'gin' }, '/drink', 'not-one-of', 'The value must be one of: tea, coffee.'],
    ['another kind of value', { drink: 'tea', guests: 'Fenna' }, '/guests', 'wrong-type', 'The value must be an array.'],
    ['a number out of range', { tables: 10 }, '/tables', 'out-of-range', 'The value must be a whole number from 1 to 9.'],
    ['what is written differently', { startsAt: 'tomorrow' }, '/startsAt', 'wrong-format', 'The value must be an RFC 3339 date-time with Z or an offset, such as 2026-03-31T09:30:00+02:00.'],
    ['a day that is not there', { on: '2026-02-30' }, '/on', 'no-such-day', 'The value names a day that is not in the calendar.'],
    ['what ends before it starts', { endsAt: '2026-03-31T09:00:00Z' }, '/endsAt', 'ends-before-it-starts', 'The value must be later than startsAt.'],
    ['a BSN that no one has', { household: { bsn: '999990018' } }, '/household/bsn', 'bsn-eleven-test', 'The BSN does not pass the 11-test, so no one has it; one of its digits is wrong.'],
    ['a household without a key', { household: {} }, '/household', 'no-key', 'At least one of its fields must be given.'],
    ['half an address', { household: { address: { postcode: '1611AB' } } }, '/household/address/houseNumber', 'required', 'The field is missing.'],
    ['one of a list', { guests: [{ name: 'Fenna' }, { relation: 'stranger' }] }, '/guests/1/relation', 'not-one-of', 'The value must be one of: head, partner, child, parent, other.'],
    ['a list that is too short', { guests: [] }, '/guests', 'too-few', 'The value must contain at least 1 elements.'],
    ['a text of a list', { from: ['h 1'] }, '/from', 'wrong-format', 'Each value must be 1 to 64 characters of A-Z, a-z, 0-9, full stop, underscore, colon and hyphen.'],
    ['what is too short', { song: 'a' }, '/song', 'wrong-length', 'The value must be longer than or equal to 2 characters.'],
    ['what is too much', { price: 11 }, '/price', 'out-of-range', 'The value must not be greater than 10.'],
    ['what is neither true nor false', { outside: 'yes' }, '/outside', 'wrong-type', 'The value must be a boolean value.'],
    ['null where it may be left out', { area: null }, '/area', 'wrong-format', 'The value must be a code of lower-case letters and digits, in words joined by hyphens.'],
    ['a field that there is not', { guests: [{ name: 'Fenna', nickname: 'Fen' }] }, '/guests/0/nickname', 'unknown-field', 'There is no such field here.'],
  ])('%s is told with its place, its rule and what is asked', async (_what, change, pointer, rule, detail) => {
    expect(await errorsOf({ ...good, ...change })).toEqual([{ pointer, rule, detail }]);
  });

  it('is told all at once', async () => {
    expect((await errorsOf({})).map(({ pointer, rule }) => `${pointer} ${rule}`)).toEqual(['household', 'drink', 'startsAt', 'guests', 'tables'].map((name) => `/${name} required`));
  });

  it('never repeats a value, nor what may be a BSN in the name of a field', async () => {
    const body = { ...good, drink: '999990019', '999990019': 1, household: { bsn: '999990018', name: 'Truus' }, guests: [{ birthDate: '1948-02-30' }] };
    expect(JSON.stringify(await errorsOf(body))).not.toMatch(/99999|Truus|1948/);
  });

  it.each([[null], [[]], ['text'], [7], [true]])('is that it is no object: %j', async (body) => {
    expect(await errorsOf(body)).toEqual([{ pointer: '', rule: 'wrong-type', detail: 'The body must be an object.' }]);
  });

  it.each<[string, unknown]>([
    ['too deep', { ...good, area: nested(100_000) }],
    ['just too deep', { ...good, area: nested(deepest + 1) }],
    ['of too many values', { ...good, from: Array.from({ length: mostValues }, () => 'h-1') }],
    ['of too many fields', Object.fromEntries(Array.from({ length: mostValues + 1 }, (_, place) => [`field-${place}`, 1]))],
  ])('is that it is %s, found before anything is made of it', async (_what, body) => {
    const started = performance.now();
    expect(await errorsOf(body)).toMatchObject([{ pointer: '', rule: 'too-large' }]);
    expect(performance.now() - started).toBeLessThan(1_000);
  });

  it.each(['constructor', 'toString', 'hasOwnProperty', 'then', 'prototype', 'length'])('is an unknown field, or nothing of it is kept, whatever it is called: %s', async (name) => {
    const body = { ...good, [name]: { a: 1 }, household: { householdId: 'h-1', [name]: 1 } };
    const errors = await errorsOf(body);
    expect(errors.every(({ rule }) => rule === 'unknown-field')).toBe(true);
    if (errors.length > 0) return;
    const kept = (await pipe.transform(body, { type: 'body', metatype: Gathering })) as Gathering;
    expect([Object.hasOwn(kept, name), Object.hasOwn(kept.household, name)]).toEqual([false, false]);
  });

  it('is told of fifty places at most', async () => {
    expect(await errorsOf({ ...good, ...Object.fromEntries(Array.from({ length: 200 }, (_, place) => [`field-${place}`, 1])) })).toHaveLength(50);
  });
});
