import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

const page = new URL('../../docs/features.md', import.meta.url);
const text = readFileSync(page, 'utf8');

/** How many rows each of the five texts has. */
const texts = { S0: 23, S1: 25, S2: 30, S3: 24, S4: 36 };

type Proof = { readonly file: string; readonly name: string };
type Row = { readonly id: string; readonly state: string; readonly proofs: readonly Proof[]; readonly unreadable: boolean };

const proofIn = (cell: string): Proof | undefined => {
  const [, file, name] = /^\[[^\]]+\]\(([^)]+)\) › (.+)$/.exec(cell) ?? [];
  return file && name ? { file, name } : undefined;
};

const rows: readonly Row[] = text.split('\n').flatMap((line): Row[] => {
  const [, id = '', , , state = '', by = ''] = line.split('|').map((cell) => cell.trim());
  if (!/^S\d\.\d+$/.test(id)) return [];
  const cells = by.split('<br>').filter((cell) => cell !== '');
  const proofs = cells.flatMap((cell) => proofIn(cell) ?? []);
  return [{ id, state, proofs, unreadable: proofs.length !== cells.length }];
});

/** The names of the tests that a file runs; one that is left out is none of them. */
const testsIn = (file: URL): readonly string[] => [...readFileSync(file, 'utf8').matchAll(/^\s*(?:it\(|\]\)\()(['"])(.+?)\1,/gm)].flatMap(([, , name]) => name ?? []);

const isFound = ({ file, name }: Proof): boolean => {
  const url = new URL(file, page);
  return /\.scenario\.spec\.ts$/.test(url.pathname) && existsSync(url) && testsIn(url).includes(name);
};

describe('the page of the features', () => {
  it('has every row of the five texts, once and in order', () => {
    expect(rows.map(({ id }) => id)).toEqual(Object.entries(texts).flatMap(([code, count]) => Array.from({ length: count }, (_, nth) => `${code}.${nth + 1}`)));
  });

  it('says of every row whether it is proven, and of one that is so partly what is missing', () => {
    expect(rows.filter(({ state }) => !/^(?:yes|not yet|partly: .{8,})$/.test(state)).map(({ id }) => id)).toEqual([]);
  });

  it('names a scenario for every row that is proven, and none for one that is not', () => {
    expect(rows.filter(({ state, proofs }) => (state === 'not yet') !== (proofs.length === 0)).map(({ id }) => id)).toEqual([]);
  });

  it('names scenarios that are there, in the file that it says', () => {
    expect(rows.filter(({ unreadable }) => unreadable).map(({ id }) => id)).toEqual([]);
    expect(rows.flatMap(({ id, proofs }) => proofs.filter((proof) => !isFound(proof)).map(({ file, name }) => `${id}: ${file} › ${name}`))).toEqual([]);
  });
});
