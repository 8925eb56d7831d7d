import { describe, expect, it } from '@jest/globals';
import { sampledTypes, sampleOf } from '../samples/samples.ts';
import { bsnPointers, contracts, personalPointers, schemaUri } from './contract.ts';
import { publisherErrors } from './publishing.ts';
import { validateEvent } from './validation/validate.ts';

/** Who published the samples, by the first part of their ids. */
const publisherKinds: Readonly<Record<string, string>> = { gemeente: 'gemeente', hub: 'hub', wonen: 'housing', omring: 'home-care', mee: 'client-support', ons: 'welfare' };

describe('the golden samples', () => {
  it('are one for each type of the catalogue, and none besides', () => {
    expect(sampledTypes.toSorted()).toEqual(contracts.map((contract) => contract.type).toSorted());
  });

  it.each(sampledTypes)('%s still reads', (type) => {
    const sample = sampleOf(type);
    expect(validateEvent(sample)).toEqual([]);
    expect(sample['dataschema']).toBe(schemaUri(type));
    expect(sample.type).toBe(type);
  });

  it.each(sampledTypes)('%s comes from someone who may publish it', (type) => {
    const sample = sampleOf(type);
    const kind = publisherKinds[String(sample['id']).split('-')[0]!]!;
    expect(publisherErrors({ kind, mandates: ['contact-person'] }, type, sample.data)).toEqual([]);
  });

  it('show every personal field that the catalogue knows', () => {
    const shown = (type: string): string[] =>
      [...personalPointers(type, sampleOf(type).data), ...bsnPointers(type, sampleOf(type).data)].map((pointer) => pointer.replace(/\/\d+(?=\/|$)/g, '/*'));
    const known = new Set(contracts.flatMap(({ personal, bsn }) => [...personal, ...bsn]));
    const all = new Set(contracts.flatMap(({ type }) => shown(type)));
    expect([...known].filter((pattern) => !all.has(pattern) && !pattern.startsWith('/into'))).toEqual([]);
  });
});
