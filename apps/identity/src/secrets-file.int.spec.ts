import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { chmod, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { providerSecrets, publicKeyOf } from './secrets-file.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kring-secrets-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe("the provider's secrets", () => {
  it('are one, also when two processes start at the same time', async () => {
    const made = await Promise.all([1, 2, 3, 4].map(() => providerSecrets(folder)));
    expect(new Set(made.map((secrets) => JSON.stringify(secrets))).size).toBe(1);
    expect(await readdir(folder)).toEqual(['identity.json']);
  });

  it('are made readable by their owner alone, and made so again', async () => {
    await providerSecrets(folder);
    await chmod(join(folder, 'identity.json'), 0o644);
    await providerSecrets(folder);
    expect((await stat(join(folder, 'identity.json'))).mode & 0o777).toBe(0o600);
  });

  it('show only their public half', async () => {
    const { signingKey } = await providerSecrets(join(folder, 'deeper'));
    expect(Object.keys(publicKeyOf(signingKey)).sort()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x', 'y']);
  });
});
