import { randomBytes, randomUUID } from 'node:crypto';
import { chmod, link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exportJWK, generateKeyPair } from 'jose';
import type { JWK } from 'jose';

/** What the provider signs tokens and cookies with. Kept between starts, so that a token outlives one. */
export type ProviderSecrets = { readonly signingKey: JWK; readonly cookieKeys: readonly string[] };

const fileName = 'identity.json';
export const signingAlgorithm = 'ES256';

/** Reads the secrets in the data folder, or makes them at the first start, readable by their owner alone (mode 0600). */
export const providerSecrets = async (dataFolder: string): Promise<ProviderSecrets> => {
  const file = join(dataFolder, fileName);
  return (await readSecrets(file)) ?? (await makeSecrets(dataFolder, file));
};

const readSecrets = async (file: string): Promise<ProviderSecrets | null> => {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (text === null) return null;
  await chmod(file, 0o600);
  return JSON.parse(text) as ProviderSecrets;
};

const makeSecrets = async (dataFolder: string, file: string): Promise<ProviderSecrets> => {
  const { privateKey } = await generateKeyPair(signingAlgorithm, { extractable: true });
  const signingKey = { ...(await exportJWK(privateKey)), kid: randomUUID(), alg: signingAlgorithm, use: 'sig' };
  const secrets: ProviderSecrets = { signingKey, cookieKeys: [randomBytes(32).toString('base64url')] };
  await mkdir(dataFolder, { recursive: true });
  const draft = `${file}.${randomUUID()}`;
  try {
    await writeFile(draft, JSON.stringify(secrets), { mode: 0o600, flag: 'wx', flush: true });
    // A link appears whole or not at all, and fails where another process was first; then that one's secrets count.
    await link(draft, file);
    return secrets;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return (await readSecrets(file)) ?? secrets;
  } finally {
    await rm(draft, { force: true });
  }
};

/** The public half of a signing key. */
export const publicKeyOf = ({ kty, crv, x, y, kid, alg, use }: JWK): JWK => ({ kty, crv, x, y, kid, alg, use });
