import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { upcasting, type Upcaster } from './upcasting.ts';

const step = (from: string, to: string, upcast: Upcaster['upcast'] = (data) => ({ ...data, passed: [...((data['passed'] as string[] | undefined) ?? []), to] })): Upcaster => ({ from, to, upcast });
const visits = [step('visits.planned.v1', 'visits.planned.v2'), step('visits.planned.v2', 'visits.planned.v3')];

describe('a stored event', () => {
  const upcast = upcasting(visits);

  it('is told as the newest version of its type, step by step', () => {
    expect(upcast('visits.planned.v1', { visitId: 'v-1' }, {})).toEqual({ type: 'visits.planned.v3', data: { visitId: 'v-1', passed: ['visits.planned.v2', 'visits.planned.v3'] } });
    expect(upcast('visits.planned.v2', {}, {}).data).toEqual({ passed: ['visits.planned.v3'] });
  });

  it('passes as it is when its version is the newest, or its type is not known', () => {
    const data = Object.freeze({ visitId: 'v-1' });
    expect(upcast('visits.planned.v3', data, {})).toEqual({ type: 'visits.planned.v3', data });
    expect(upcast('visits.cancelled.v1', data, {}).data).toBe(data);
  });

  it('is told the same however the steps are listed', () => {
    const chain = Array.from({ length: 8 }, (_, at) => step(`a.v${at + 1}`, `a.v${at + 2}`));
    fc.assert(
      fc.property(fc.shuffledSubarray(chain, { minLength: chain.length }), fc.integer({ min: 1, max: 9 }), (steps, from) => {
        const { type, data } = upcasting(steps)(`a.v${from}`, {}, {});
        expect(type).toBe('a.v9');
        expect(data['passed'] ?? []).toEqual(Array.from({ length: 9 - from }, (_, at) => `a.v${from + at + 1}`));
      }),
    );
  });

  it('is told with what the envelope says', () => {
    const dated = step('a.v1', 'a.v2', (data, metadata) => ({ ...data, source: metadata['source'] }));
    expect(upcasting([dated])('a.v1', {}, { source: 'urn:w' }).data).toEqual({ source: 'urn:w' });
  });

  it('tells of the step that fails by its own error', () => {
    const failing = step('a.v1', 'a.v2', () => {
      throw new TypeError('no such field');
    });
    expect(() => upcasting([failing])('a.v1', {}, {})).toThrow(TypeError);
  });
});

describe('the steps', () => {
  it.each([
    ['skips a version', 'a.v1', 'a.v3'],
    ['goes back', 'a.v2', 'a.v1'],
    ['leads to itself', 'a.v1', 'a.v1'],
    ['leads to another type', 'a.v1', 'b.v2'],
    ['starts from no version', 'a', 'a.v2'],
    ['starts before the first', 'a.v0', 'a.v1'],
  ])('are refused when one %s', (_, from, to) => {
    expect(() => upcasting([step(from, to)])).toThrow(RangeError);
  });

  it('are refused when two start from the same version', () => {
    expect(() => upcasting([...visits, step('visits.planned.v1', 'visits.planned.v2')])).toThrow('two upcasters');
  });
});
