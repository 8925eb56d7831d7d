import { describe, expect, it } from '@jest/globals';
import { sampleOf } from '../samples/samples.ts';
import { bsnPointers, contractOf, contracts, personalPointers } from './contract.ts';
import { resolved, type JsonSchema } from './schema/json-schema.ts';

const objectsIn = (schema: JsonSchema, root = schema): JsonSchema[] => {
  const here = resolved(schema, root);
  const parts = [...Object.values(here.properties ?? {}), ...(here.items ? [here.items] : [])];
  return [...(here.properties ? [here] : []), ...parts.flatMap((part) => objectsIn(part, root))];
};

const commonFields = ['household', 'occurredAt', 'legalBasis', 'purpose', 'sensitivity'];

describe('the catalogue', () => {
  it('names every type once, as the convention asks', () => {
    const types = contracts.map((contract) => contract.type);
    expect(new Set(types).size).toBe(types.length);
    for (const type of types) expect(type).toMatch(/^nl\.kring\.[a-z-]+\.[a-z-]+\.v[1-9]\d*$/);
  });

  it('names every class once, after the fact and never after the type', () => {
    const names = contracts.map((contract) => contract.name);
    expect(new Set(names).size).toBe(names.length);
    expect(contracts.every(({ dataClass, name }) => dataClass.name === `${name}Data`)).toBe(true);
  });

  it('knows an event by its type', () => {
    const known = { name: 'VisitPlanned', scope: 'household', publishers: ['any'], title: { nl: 'Bezoek gepland', en: 'Visit planned' } };
    expect(contractOf('nl.kring.visits.planned.v1')).toMatchObject(known);
    expect(contractOf('VisitPlanned')).toBeUndefined();
    expect(contractOf('constructor')).toBeUndefined();
  });

  it('asks the common fields of every event about a household', () => {
    for (const { schema } of contracts.filter((contract) => contract.scope === 'household')) {
      expect(Object.keys(schema.properties ?? {})).toEqual(expect.arrayContaining(commonFields));
      expect(schema.required).toEqual(expect.arrayContaining(commonFields.slice(0, -1)));
    }
  });

  it('has a schema of its own for every type, in which every object says what it holds and nothing besides', () => {
    for (const { schema, type } of contracts) {
      expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
      expect(schema.$id).toBe(`urn:kring:schema:${type}`);
      expect(objectsIn(schema).every((one) => one.additionalProperties === false && one.type === 'object')).toBe(true);
    }
  });

  it('bounds every text and every list', () => {
    const fields = contracts.flatMap(({ schema }) => objectsIn(schema)).flatMap((one) => Object.values(one.properties ?? {}));
    const bounded = fields.flatMap((field) => [field, ...(field.items ? [field.items] : [])]);
    expect(bounded.filter((field) => field.type === 'string' && !field.enum && !field.maxLength)).toEqual([]);
    expect(bounded.filter((field) => field.type === 'array' && !field.maxItems)).toEqual([]);
  });
});

describe('what is personal in an event', () => {
  it('is known of a type as patterns', () => {
    expect(contractOf('nl.kring.households.registered.v1')?.personal.toSorted()).toEqual(['/address', '/household/address', '/members/*/birthDate', '/members/*/name']);
    expect(contractOf('nl.kring.households.split.v1')?.bsn.toSorted()).toEqual(['/household/bsn', '/into/*/members/*/bsn']);
  });

  it('is pointed at where it stands, an address as a whole, and the BSN apart', () => {
    const { type, data } = sampleOf('nl.kring.households.registered.v1');
    expect(personalPointers(type, data).toSorted()).toEqual(['/address', '/members/0/birthDate', '/members/0/name', '/members/1/birthDate', '/members/1/name']);
    expect(bsnPointers(type, data).toSorted()).toEqual(['/household/bsn', '/members/0/bsn', '/members/1/bsn']);
  });

  it('is the name and the ways to reach a professional, every label and every reason in own words', () => {
    expect(personalPointers('nl.kring.visits.planned.v1', sampleOf('nl.kring.visits.planned.v1').data)).toEqual(['/professional/name', '/professional/phone', '/professional/email']);
    const patterns = (type: string): readonly string[] => contractOf(`nl.kring.${type}.v1`)?.personal ?? [];
    expect(patterns('supporters.added')).toContain('/label');
    expect(patterns('participation.step-taken')).toContain('/label');
    expect(patterns('contact-persons.released')).toContain('/reason');
    expect(patterns('residents.informed')).toContain('/deferredReason');
    expect(patterns('referrals.requested')).toContain('/reasonForExtraStep');
    expect(patterns('referrals.rejected')).not.toContain('/reason');
  });

  it('is nothing in what is not there', () => {
    for (const data of [null, undefined, 'x', [], {}, { members: null }, { members: [null, 1] }]) expect(personalPointers('nl.kring.households.registered.v1', data)).toEqual([]);
    expect(personalPointers('nl.kring.nothing.happened.v1', { name: 'x' })).toEqual([]);
  });
});
