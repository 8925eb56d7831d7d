import { describe, expect, it } from '@jest/globals';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import fc from 'fast-check';
import { mutationsOf, pathsOf, replaced, strangeValues, type Json, type Step } from '../samples/mutations.ts';
import { sampleOf } from '../samples/samples.ts';
import { contracts } from './contract.ts';
import { Envelope } from './envelope.ts';
import type { EventClass } from './field/published.ts';
import { validateData, validateEnvelope } from './validation/validate.ts';

/**
 * As a service reads a command: into an instance of the class, which must have every field right and none too many. A field named
 * after something that every object has, such as `constructor`, class-transformer leaves out in silence; the schemas refuse it.
 */
const readsAs = (described: EventClass | typeof Envelope, value: Json): boolean => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const instance: object = plainToInstance(described as EventClass, value);
  return validateSync(instance, { whitelist: true, forbidNonWhitelisted: true }).length === 0;
};

const dataOf = (type: string): Json => sampleOf(type).data as Json;

type Judge = (value: Json) => boolean;

const common: readonly unknown[] = ['household', 'occurredAt', 'legalBasis', 'purpose'];

/** Fields that many types share, common ones and those inside a shape, get every strange value too, but each type only some. */
const inTurns = (turn: number) => (path: readonly Step[]): readonly Json[] => {
  const turns = common.includes(path[0]) ? 12 : path.length > 1 ? 4 : 1;
  return strangeValues.filter((_, place) => place % turns === turn % turns);
};

const disagreements = (data: Json, byClass: Judge, bySchema: Judge, turn?: number): string[] => {
  const found: string[] = [];
  for (const { what, data: mutated } of mutationsOf(data, turn === undefined ? undefined : inTurns(turn))) {
    if (byClass(mutated) !== bySchema(mutated)) found.push(what);
  }
  return found;
};

const anyJson = fc.oneof(fc.jsonValue({ maxDepth: 3, stringUnit: 'binary-ascii' }), fc.constantFrom(...strangeValues));

/** Up to three places of the sample hold something else. */
const mutilated = (data: Json): fc.Arbitrary<Json> =>
  fc
    .array(fc.tuple(fc.constantFrom(...pathsOf(data)), anyJson), { minLength: 1, maxLength: 3 })
    .map((changes) => changes.toSorted(([one], [other]) => other.length - one.length).reduce((value, [path, part]) => replaced(value, path, part as Json), data));

describe.each(contracts.map((contract, turn) => ({ ...contract, turn })))('$type', ({ type, dataClass, turn }) => {
  const bySchema: Judge = (value) => validateData(type, value).length === 0;
  const byClass: Judge = (value) => readsAs(dataClass, value);

  it('is accepted by its class and by its schema', () => {
    expect([byClass(dataOf(type)), bySchema(dataOf(type))]).toEqual([true, true]);
  });

  it('is refused by the one whenever it is refused by the other', () => {
    expect(disagreements(dataOf(type), byClass, bySchema, turn)).toEqual([]);
  });

  it('is judged alike by both whatever stands in its fields', () => {
    fc.assert(fc.property(mutilated(dataOf(type)), (value) => byClass(value) === bySchema(value)), { numRuns: 60 });
  });
});

describe('the envelope', () => {
  it('is refused by the class whenever it is refused by the schema', () => {
    const sample = { ...sampleOf('nl.kring.visits.planned.v1'), subject: 'h-1' } as unknown as Json;
    expect(disagreements(sample, (value) => readsAs(Envelope, value), (value) => validateEnvelope(value).length === 0)).toEqual([]);
  });
});
