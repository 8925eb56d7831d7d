import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { linesOf } from './lines.ts';

const bytes = (text: string): Uint8Array => Buffer.from(text, 'utf8');
const read = async (chunks: readonly Uint8Array[], maxBytes = 100): Promise<(string | null)[]> => {
  const lines: (string | null)[] = [];
  async function* body(): AsyncGenerator<Uint8Array> {
    yield* chunks;
  }
  for await (const line of linesOf(body(), maxBytes)) lines.push('bytes' in line ? Buffer.from(line.bytes).toString('utf8') : null);
  return lines;
};

/** The text cut into pieces of these lengths, over and over. */
const cut = (text: Uint8Array, lengths: readonly number[]): Uint8Array[] => {
  const pieces: Uint8Array[] = [];
  for (let from = 0, at = 0; from < text.length; at++) {
    const length = lengths[at % lengths.length] ?? 1;
    pieces.push(text.subarray(from, from + length));
    from += length;
  }
  return pieces;
};

describe('the lines of a body', () => {
  it('are the same however the network cuts it', () =>
    fc.assert(
      fc.asyncProperty(fc.array(fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' }).filter((line) => !line.includes('\n') && line.trim() !== ''), { maxLength: 30 }), fc.array(fc.integer({ min: 1, max: 17 }), { minLength: 1 }), async (lines, lengths) => {
        expect(await read(cut(bytes(lines.join('\n')), lengths), 1_000)).toEqual(lines);
      }),
    ));

  it('leave out what is blank, also with carriage returns', async () => {
    expect(await read([bytes('\n{"a":1}\r\n\r\n  \n{"b":2}\n')])).toEqual(['{"a":1}\r', '{"b":2}']);
  });

  it('tell a line that is too long and go on behind it', async () => {
    expect(await read([bytes(`a\n${'x'.repeat(60)}`), bytes(`${'x'.repeat(60)}\nb`)])).toEqual(['a', null, 'b']);
  });

  it('take a line of just the greatest length', async () => {
    expect(await read([bytes(`${'x'.repeat(100)}\n${'y'.repeat(101)}`)])).toEqual(['x'.repeat(100), null]);
  });
});
