import { describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { MasterKey, WrongMasterKey } from './master-key.ts';

describe('a master key', () => {
  const master = new MasterKey(randomBytes(32));
  const other = new MasterKey(randomBytes(32));
  const key = randomBytes(32);

  it('unwraps what it wrapped', () => {
    expect(Buffer.compare(master.unwrap('household:1', master.wrap('household:1', key)), key)).toBe(0);
  });

  it('never wraps the same key the same way twice', () => {
    expect(Buffer.compare(master.wrap('household:1', key), master.wrap('household:1', key))).not.toBe(0);
  });

  it('does not unwrap for another subject, with another master key, or what was tampered with', () => {
    const box = master.wrap('household:1', key);
    expect(() => master.unwrap('household:2', box)).toThrow('does not open');
    expect(() => other.unwrap('household:1', box)).toThrow('does not open');
    for (let place = 0; place < box.byteLength; place += 1) {
      const tampered = Uint8Array.from(box, (byte, at) => (at === place ? byte ^ 1 : byte));
      expect(() => master.unwrap('household:1', tampered)).toThrow('does not open');
    }
  });

  it('is known again by its proof, and no other is', () => {
    expect([master.proves(master.proof()), other.proves(master.proof()), master.proves(new Uint8Array(60)), master.proves(new Uint8Array(3))]).toEqual([true, false, false, false]);
  });

  it('has 32 bytes', () => {
    expect(() => new MasterKey(randomBytes(31))).toThrow(WrongMasterKey);
  });
});
