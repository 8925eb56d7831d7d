import { describe, expect, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import type { JsonSchema } from '../schema/json-schema.ts';
import { breachesBetween } from './compatibility.ts';

const names = ['a', 'b', 'c'];
const optional = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(arbitrary, { nil: undefined });
const withoutUndefined = (schema: Record<string, unknown>): JsonSchema => Object.fromEntries(Object.entries(schema).filter(([, value]) => value !== undefined)) as JsonSchema;
const small = fc.integer({ min: 0, max: 3 });

const textField = fc.record({ type: fc.constantFrom('string', ['string', 'integer']), maxLength: optional(small), pattern: optional(fc.constantFrom('^x', '^[xy]*$')) }).map(withoutUndefined);
const numberField = fc.record({ type: fc.constantFrom('integer', 'number'), minimum: optional(small), maximum: optional(fc.integer({ min: 2, max: 5 })) }).map(withoutUndefined);
const codeField = fc.record({ type: optional(fc.constant('string')), enum: fc.uniqueArray(fc.constantFrom('x', 'y', 'z'), { minLength: 1 }) }).map(withoutUndefined);
const anything = fc.constant<JsonSchema>({});

const { object: objectSchema } = fc.letrec<{ field: JsonSchema; list: JsonSchema; object: JsonSchema }>((tie) => ({
  field: fc.oneof({ maxDepth: 2 }, codeField, textField, numberField, anything, tie('list'), tie('object')),
  list: fc.record({ type: fc.constant('array'), items: optional(tie('field')), minItems: optional(fc.integer({ min: 0, max: 1 })), maxItems: optional(fc.integer({ min: 1, max: 3 })) }).map(withoutUndefined),
  object: fc
    .record({ properties: fc.dictionary(fc.constantFrom(...names), tie('field'), { maxKeys: 3 }), required: fc.subarray(names), additionalProperties: optional(fc.constant(false)), minProperties: optional(fc.integer({ min: 0, max: 1 })) })
    .map(({ required, ...schema }) => withoutUndefined({ type: 'object', ...schema, required: required.filter((name) => name in schema.properties) })),
}));

/** The same schema with one thing in it another, at whatever depth: pairs that are strangers would seldom be compatible. */
const changed = (schema: JsonSchema, other: JsonSchema, path: readonly number[]): JsonSchema => {
  const [step = 0, ...rest] = path;
  const fields = Object.entries(schema.properties ?? {});
  const [name, field] = fields[step % Math.max(1, fields.length)] ?? [];
  if (rest.length > 0 && name !== undefined && field) return { ...schema, properties: { ...schema.properties, [name]: changed(field, other, rest) } };
  if (rest.length > 0 && schema.items) return { ...schema, items: changed(schema.items, other, rest) };
  const words = Object.entries(other);
  const [word, value] = words[step % Math.max(1, words.length)] ?? [];
  if (word === undefined) return schema;
  if (step % 3 === 0) return { ...schema, [word]: value };
  return withoutUndefined({ ...schema, [word]: undefined });
};

const value: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  value: fc.oneof({ maxDepth: 3 }, fc.constantFrom('x', 'y', 'z', '', 'xx', 'xyz', 'w', 0, 1, 2, 3, 4, 1.5, null, true), fc.array(tie('value'), { maxLength: 3 }), fc.dictionary(fc.constantFrom(...names), tie('value'), { maxKeys: 3 })),
})).value;
const data = fc.dictionary(fc.constantFrom(...names), value, { maxKeys: 3 });

const checkOf = (schema: JsonSchema): ((given: unknown) => boolean) => new Ajv2020({ strict: false, validateFormats: false, validateSchema: false }).compile(schema);

describe('schemas between which no breach is found', () => {
  it('take, the later one, all that the earlier one took', () => {
    let compared = 0;
    let taken = 0;
    fc.assert(
      fc.property(objectSchema, objectSchema, fc.array(fc.nat(20), { minLength: 1, maxLength: 3 }), fc.array(data, { minLength: 10, maxLength: 30 }), (before, other, path, documents) => {
        const after = changed(before, other, path);
        if (breachesBetween(before, after).length > 0) return;
        compared += 1;
        const right = documents.filter(checkOf(before));
        taken += right.length;
        const check = checkOf(after);
        expect(right.filter((one) => !check(one))).toEqual([]);
      }),
      { numRuns: 800 },
    );
    expect(compared).toBeGreaterThan(100);
    expect(taken).toBeGreaterThan(200);
  });
});
