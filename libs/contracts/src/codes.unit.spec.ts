import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import * as codes from './codes.ts';

const lists = Object.entries(codes).filter(([, value]) => Array.isArray(value)) as [string, readonly string[]][];
const labels = Object.entries(codes).filter(([name]) => name.endsWith('Labels')) as unknown as [string, codes.Labels][];

describe('the code lists', () => {
  it.each(lists)('%s holds each code once', (_, list) => {
    expect(new Set(list).size).toBe(list.length);
    expect(list.every((code) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(code))).toBe(true);
  });

  it.each(labels)('%s has a word for every code, in Dutch and in English', (_, words) => {
    for (const word of Object.values(words)) expect([word.nl.length, word.en.length].every((length) => length > 1)).toBe(true);
  });

  it('put the levels of support in order, from what people do for each other to what a specialist does', () => {
    expect(codes.levels).toEqual(['own-network', 'neighbourhood', 'basic-team', 'district-team', 'specialist']);
  });

  it('need nothing that a browser would have to load', () => {
    const files = ['codes.ts', 'titles.ts', ...readdirSync(new URL('./codes/', import.meta.url)).map((name) => `codes/${name}`)];
    for (const file of files) {
      const imports = readFileSync(new URL(file, import.meta.url), 'utf8').matchAll(/^(?:import|export) (?!type).* from '([^']+)'/gm);
      expect([...imports].filter(([, from]) => !/^\.\/(codes\/|titles\.ts|label\.ts)/.test(from!))).toEqual([]);
    }
  });
});
