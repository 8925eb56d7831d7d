import { describe, expect, it } from '@jest/globals';
import { logPositionOf, positionOf, toldPosition } from './position.ts';

describe('positions', () => {
  const inOrder = [
    { commit: 0n, prepare: 0n },
    { commit: 9n, prepare: 9n },
    { commit: 10n, prepare: 10n },
    { commit: 10n, prepare: 12n },
    { commit: 99_999_999_999n, prepare: 99_999_999_999n },
    { commit: 9_223_372_036_854_775_807n, prepare: 9_223_372_036_854_775_807n },
  ];

  it('have as texts the order that they have at the server', () => {
    const texts = inOrder.map(positionOf);
    expect([...texts].sort()).toEqual(texts);
  });

  it('come back as they were', () => {
    for (const position of inOrder) expect(logPositionOf(positionOf(position))).toEqual(position);
  });

  it('begin behind the empty text', () => {
    expect(logPositionOf('')).toBeUndefined();
    expect(positionOf(inOrder[0]!) > '').toBe(true);
  });

  it.each(['0000000000000012', 'x', '1-2', `${'0'.repeat(20)}-`])('are refused when they are none of this store: %s', (text) => {
    expect(() => logPositionOf(text)).toThrow(TypeError);
  });

  it('must be told with the events of a stream', () => {
    expect(() => toldPosition(undefined)).toThrow('23.10');
    expect(() => toldPosition({ commit: 0xffff_ffff_ffff_ffffn, prepare: 0n })).toThrow('23.10');
  });
});
