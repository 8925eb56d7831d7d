import { describe, expect, it } from '@jest/globals';
import { manifestOf, releasedManifest, releasedTypes } from '../../released/released.ts';
import { sampleOf, type Sample } from '../../samples/samples.ts';
import { contractOf, contracts, personalPointers } from '../contract.ts';
import { validateEvent, validateData } from '../validation/validate.ts';
import { nextRelease, refusals } from './release.ts';
import { upcast, upcasters } from './upcasters.ts';

const released = releasedTypes();
const samples = released.flatMap((one) => one.samples.map((sample, number) => [`${one.type} (${number + 1})`, sample as Sample] as const));

describe('the released types', () => {
  it('are all in the catalogue still, and it takes all that they took', () => {
    expect(refusals(released, contracts)).toEqual([]);
  });

  it('are as they were released: nobody wrote in their files', () => {
    expect(releasedManifest()).toEqual(manifestOf(released));
    expect(released.length).toBeGreaterThan(60);
  });

  it.each(samples)('%s still reads', (_, sample) => {
    expect(validateEvent(sample)).toEqual([]);
  });

  it.each(samples)('%s is told as the newest version, and is right by it', (_, { type, data }) => {
    const told = upcast(type, data, {});
    expect(validateData(told.type, told.data)).toEqual([]);
  });
});

describe('the upcasters', () => {
  it('lead to types that the catalogue has', () => {
    expect(upcasters.filter(({ to }) => contractOf(to) === undefined)).toEqual([]);
  });

  it.each(samples)('leave what is personal where it was sealed: %s', (_, { type, data }) => {
    const sealed = personalPointers(type, data);
    const told = upcast(type, data, {});
    expect(personalPointers(told.type, told.data).filter((pointer) => !sealed.includes(pointer))).toEqual([]);
  });
});

describe('the next release', () => {
  const [one] = contracts;
  const catalogue = [one!];

  it('has the schemas of today, and the samples of today behind those of before', () => {
    const first = nextRelease([], catalogue, sampleOf);
    expect(first).toEqual([{ type: one!.type, schema: one!.schema, samples: [sampleOf(one!.type)] }]);
    expect(nextRelease(first, catalogue, () => ({ changed: true }))[0]?.samples).toEqual([sampleOf(one!.type), { changed: true }]);
  });

  it('changes nothing when nothing changed', () => {
    const first = nextRelease([], catalogue, sampleOf);
    expect(nextRelease(first, catalogue, sampleOf)).toEqual(first);
  });

  it('is refused without a type that was released', () => {
    expect(refusals(nextRelease([], catalogue, sampleOf), [])).toEqual([{ type: one!.type, breaches: [{ pointer: '', what: 'the type is gone from the catalogue' }] }]);
  });

  it('is refused when a released type takes less', () => {
    const schema = { ...one!.schema, required: [...(one!.schema.required ?? []), 'sensitivity'] };
    expect(refusals(nextRelease([], catalogue, sampleOf), [{ type: one!.type, schema }])).toEqual([{ type: one!.type, breaches: [{ pointer: '/sensitivity', what: 'it is required, and was not' }] }]);
  });
});
