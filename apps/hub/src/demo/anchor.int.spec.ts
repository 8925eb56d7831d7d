import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { demoAnchor } from './anchor.ts';

let folder: string;
beforeEach(async () => { folder = await mkdtemp(join(tmpdir(), 'kring-demo-')); });
afterEach(() => rm(folder, { recursive: true }));

describe('the day from which the demonstration counts', () => {
  it('is that of the first start, however often the hub starts again', async () => {
    const first = new Date('2026-09-16T08:30:00Z');
    expect(await demoAnchor(folder, first)).toEqual(first);
    expect(await demoAnchor(folder, new Date('2026-10-01T08:30:00Z'))).toEqual(first);
    expect(await readdir(folder)).toEqual(['demo-anchor.json']);
  });
});
