import { describe, expect, it } from '@jest/globals';
import { contracts } from '../contract.ts';
import type { JsonSchema } from '../schema/json-schema.ts';
import { breachesBetween } from './compatibility.ts';

type Field = JsonSchema;
const object = (properties: Record<string, Field>, more: Partial<JsonSchema> = {}): JsonSchema => ({ type: 'object', properties, additionalProperties: false, ...more });
const text: Field = { type: 'string', maxLength: 64 };
const fieldBreaches = (before: Field, after: Field): string[] => breachesBetween(object({ field: before }), object({ field: after })).map(({ pointer, what }) => `${pointer}: ${what}`);

describe('a type that grows', () => {
  it.each<[string, Field, Field]>([
    ['a longer text', text, { ...text, maxLength: 65 }],
    ['any length', text, { type: 'string' }],
    ['another value of a list', { type: 'string', enum: ['a'] }, { type: 'string', enum: ['b', 'a'] }],
    ['any text for certain ones', { enum: ['a', 'b'] }, { type: 'string' }],
    ['another kind of value', { type: 'string' }, { type: ['string', 'integer'] }],
    ['fractions', { type: 'integer' }, { type: 'number' }],
    ['any value', text, {}],
    ['a wider range', { type: 'integer', minimum: 1, maximum: 6 }, { type: 'integer', minimum: 0, maximum: 7 }],
    ['no format', { ...text, format: 'date', pattern: '^x$' }, text],
    ['a longer list', { type: 'array', items: text, minItems: 1, maxItems: 5 }, { type: 'array', items: text, maxItems: 9 }],
    ['a moment before another', { ...text, 'x-after': 'startsAt' }, text],
  ])('still takes what it took: %s', (_, before, after) => {
    expect(fieldBreaches(before, after)).toEqual([]);
  });

  it('still takes what it took when an optional field comes, at any depth', () => {
    const person = (more: Record<string, Field>) => object({ person: { $ref: '#/$defs/Person' } }, { required: ['person'], $defs: { Person: object({ name: text, ...more }) } });
    expect(breachesBetween(person({}), person({ phone: { ...text, 'x-personal': true } }))).toEqual([]);
  });

  it('still takes what it took when a field need not be there any more', () => {
    expect(breachesBetween(object({ field: text }, { required: ['field'], minProperties: 1 }), object({ field: text }))).toEqual([]);
  });
});

describe('a type that shrinks', () => {
  it.each<[string, Field, Field, string]>([
    ['a shorter text', text, { ...text, maxLength: 63 }, 'maxLength is 63, and was 64'],
    ['a length', { type: 'string' }, text, 'maxLength is 64, and was open'],
    ['a value less', { type: 'string', enum: ['a', 'b'] }, { type: 'string', enum: ['b'] }, 'it does not take a any more'],
    ['certain values only', text, { ...text, enum: ['a'] }, 'it takes certain values only, and took any'],
    ['a kind of value less', { type: ['string', 'integer'] }, { type: 'string' }, 'the type is string, and was string or integer'],
    ['another kind of value', { type: 'string' }, { type: 'integer' }, 'the type is integer, and was string'],
    ['a kind of value', {}, { type: 'string' }, 'the type is string, and was open'],
    ['no fractions', { type: 'number' }, { type: 'integer' }, 'the type is integer, and was number'],
    ['a format', text, { ...text, format: 'date' }, 'format is another'],
    ['another format', { ...text, format: 'date' }, { ...text, format: 'date-time' }, 'format is another'],
    ['another pattern', { ...text, pattern: '^a' }, { ...text, pattern: '^[ab]' }, 'pattern is another'],
    ['a higher least', { type: 'integer', minimum: 0 }, { type: 'integer', minimum: 1 }, 'minimum is 1, and was 0'],
    ['a lower most', { type: 'integer', maximum: 6 }, { type: 'integer', maximum: 5 }, 'maximum is 5, and was 6'],
    ['a list that is not empty', { type: 'array', items: text }, { type: 'array', items: text, minItems: 1 }, 'minItems is 1, and was 0'],
    ['a shorter list', { type: 'array', items: text, maxItems: 5 }, { type: 'array', items: text, maxItems: 4 }, 'maxItems is 4, and was 5'],
    ['items of a kind', { type: 'array' }, { type: 'array', items: text }, 'its items are described, and were open'],
    ['a moment after another', text, { ...text, 'x-after': 'startsAt' }, 'x-after is another'],
    ['sealed from now on', text, { ...text, 'x-personal': true }, 'it is personal, and was not'],
    ['not sealed any more', { ...text, 'x-personal': true }, text, 'it is not personal, and was'],
    ['something that nobody understands', text, { ...text, contentEncoding: 'base64' } as Field, 'contentEncoding is not understood'],
  ])('is found out: %s', (_, before, after, what) => {
    expect(fieldBreaches(before, after)).toEqual([`/field: ${what}`]);
  });

  it.each<[string, JsonSchema, JsonSchema, string]>([
    ['a field is gone', object({ a: text, b: text }), object({ a: text }), '/b: it is gone'],
    ['a field must be there', object({ a: text }), object({ a: text }, { required: ['a'] }), '/a: it is required, and was not'],
    ['a new field must be there', object({ a: text }), object({ a: text, b: text }, { required: ['b'] }), '/b: it is required, and was not'],
    ['some field must be there', object({ a: text }), object({ a: text }, { minProperties: 1 }), ': minProperties is 1, and was 0'],
    ['listed fields only', object({ a: text }, { additionalProperties: true }), object({ a: text }), ': it takes listed fields only, and took any'],
    ['a field that was open', object({}, { additionalProperties: true }), object({ a: text }, { additionalProperties: true }), '/a: it is described, and was open'],
  ])('is found out: %s', (_, before, after, told) => {
    expect(breachesBetween(before, after).map(({ pointer, what }) => `${pointer}: ${what}`)).toEqual([told]);
  });

  it('is found out in a shape, in the items of a list, and in a shape that holds itself', () => {
    const tree = (name: Field): JsonSchema =>
      object({ trees: { type: 'array', items: { $ref: '#/$defs/Tree' } } }, { $defs: { Tree: object({ name, branches: { type: 'array', items: { $ref: '#/$defs/Tree' } } }) } });
    expect(breachesBetween(tree(text), tree({ ...text, maxLength: 3 }))).toEqual([{ pointer: '/trees/*/name', what: 'maxLength is 3, and was 64' }]);
    expect(breachesBetween(tree(text), tree(text))).toEqual([]);
  });

  it('is found out where a field says of a shape that it is personal', () => {
    const home = (own: Field): JsonSchema => object({ address: { $ref: '#/$defs/Address', ...own } }, { $defs: { Address: object({ postcode: text }) } });
    expect(breachesBetween(home({ 'x-personal': true }), home({}))).toEqual([{ pointer: '/address', what: 'it is not personal, and was' }]);
    expect(breachesBetween(home({ 'x-personal': true }), home({ 'x-personal': true }))).toEqual([]);
  });
});

/** Every way to take less, at every place of a schema. */
function* narrowed(schema: JsonSchema): Generator<{ readonly what: string; readonly schema: JsonSchema }> {
  for (const name of Object.keys(schema.properties ?? {})) {
    const { [name]: field, ...others } = schema.properties!;
    yield { what: `${name} is gone`, schema: { ...schema, properties: others } };
    if (!schema.required?.includes(name)) yield { what: `${name} is required`, schema: { ...schema, required: [...(schema.required ?? []), name] } };
    for (const less of narrowedField(field!)) yield { what: `${name} ${less.what}`, schema: { ...schema, properties: { ...others, [name]: less.schema } } };
  }
  for (const [name, shape] of Object.entries(schema.$defs ?? {})) {
    for (const less of narrowed(shape)) yield { what: `${name}.${less.what}`, schema: { ...schema, $defs: { ...schema.$defs, [name]: less.schema } } };
  }
}

function* narrowedField(field: Field): Generator<{ readonly what: string; readonly schema: Field }> {
  yield { what: 'is of another type', schema: { ...field, type: 'null' } };
  yield { what: 'is sealed or not, other than before', schema: { ...field, 'x-personal': !field['x-personal'] } };
  if (field.enum) yield { what: 'has a value less', schema: { ...field, enum: field.enum.slice(1) } };
  if (field.format) yield { what: 'has another format', schema: { ...field, format: 'other' } };
  if (field.pattern) yield { what: 'has another pattern', schema: { ...field, pattern: '^other$' } };
  if (field.maxLength !== undefined) yield { what: 'is shorter', schema: { ...field, maxLength: field.maxLength - 1 } };
  if (field.maximum !== undefined) yield { what: 'is at most less', schema: { ...field, maximum: field.maximum - 1 } };
  if (field.minimum !== undefined) yield { what: 'is at least more', schema: { ...field, minimum: field.minimum + 1 } };
  if (field.maxItems !== undefined) yield { what: 'holds less', schema: { ...field, maxItems: field.maxItems - 1 } };
  if (field.items) for (const less of narrowedField(field.items)) yield { what: `items: ${less.what}`, schema: { ...field, items: less.schema } };
}

describe('every type of the catalogue', () => {
  it.each(contracts.map((contract) => [contract.type, contract] as const))('%s is found out at whatever place it shrinks', (_, { schema }) => {
    const changes = [...narrowed(schema)];
    expect(changes.length).toBeGreaterThan(5);
    expect(changes.filter((change) => breachesBetween(schema, change.schema).length === 0).map(({ what }) => what)).toEqual([]);
  });

  it.each(contracts.map((contract) => [contract.type, contract] as const))('%s takes what it takes, and more with an optional field', (_, { schema }) => {
    expect(breachesBetween(schema, schema)).toEqual([]);
    expect(breachesBetween(schema, { ...schema, properties: { ...schema.properties, more: text } })).toEqual([]);
  });
});
