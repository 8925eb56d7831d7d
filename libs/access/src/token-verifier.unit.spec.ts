import { beforeAll, describe, expect, it } from '@jest/globals';
import { SignJWT, exportJWK, generateKeyPair } from 'jose';
import type { CryptoKey, JWK, JWTPayload } from 'jose';
import { Clock } from '@kring/platform';
import { TokenVerifier, hubAudience, localKeys } from './token-verifier.ts';
import type { VerifierParts } from './token-verifier.ts';
import { VerifiedTokens } from './verified-tokens.ts';

const issuer = 'http://127.0.0.1:3000';
const noon = Date.parse('2026-03-02T12:00:00Z');
const seconds = (milliseconds: number): number => Math.floor(milliseconds / 1000);

class SetClock extends Clock {
  at = noon;
  override now = (): Date => new Date(this.at);
}

let key: CryptoKey;
let published: JWK;
let stranger: CryptoKey;
beforeAll(async () => {
  const pair = await generateKeyPair('ES256');
  key = pair.privateKey;
  published = { ...(await exportJWK(pair.publicKey)), kid: 'k-1', alg: 'ES256' };
  stranger = (await generateKeyPair('ES256')).privateKey;
});

const claims = { iss: issuer, aud: hubAudience, sub: 'wijkverpleegkundige@omring', iat: seconds(noon), exp: seconds(noon) + 3600, kring_partner: 'omring', kring_roles: ['district-nurse', 'caseworker'] };
const signed = (changed: JWTPayload = {}, by = key): Promise<string> => new SignJWT({ ...claims, ...changed }).setProtectedHeader({ alg: 'ES256', kid: 'k-1' }).sign(by);
const verifierWith = (more: Partial<VerifierParts> = {}) => {
  const clock = new SetClock();
  return { clock, verifier: new TokenVerifier({ issuer, keys: localKeys({ keys: [published] }), clock, ...more }) };
};
const refused = (status: number) => expect.objectContaining({ name: 'Problem', status });

describe('a bearer token', () => {
  it('tells who calls', async () => {
    const { verifier } = verifierWith();
    expect(await verifier.callerOf(await signed())).toEqual({ kind: 'user', subject: 'wijkverpleegkundige@omring', partner: 'omring', roles: ['district-nurse', 'caseworker'] });
    expect(await verifier.callerOf(await signed({ sub: 'omring', kring_roles: ['system'] }))).toMatchObject({ kind: 'system', subject: 'omring' });
    expect(await verifier.callerOf(await signed({ kring_partner: null, kring_roles: undefined }))).toMatchObject({ partner: null, roles: [] });
  });

  it.each([
    ['of another issuer', { iss: 'http://elsewhere.example' }],
    ['for another audience', { aud: 'kring-web' }],
    ['without an end', { exp: undefined }],
    ['of nobody', { sub: '' }],
    ['that has expired', { exp: seconds(noon) - 60 }],
    ['that is not valid yet', { nbf: seconds(noon) + 60 }],
  ] as [string, JWTPayload][])('%s is refused', async (_what, changed) => {
    await expect(verifierWith().verifier.callerOf(await signed(changed))).rejects.toEqual(refused(401));
  });

  it('is refused when a stranger signed it, or nobody', async () => {
    const { verifier } = verifierWith();
    await expect(verifier.callerOf(await signed({}, stranger))).rejects.toEqual(refused(401));
    const [, body = ''] = (await signed()).split('.');
    await expect(verifier.callerOf(`${Buffer.from('{"alg":"none"}').toString('base64url')}.${body}.`)).rejects.toEqual(refused(401));
    await expect(verifier.callerOf('not a token')).rejects.toEqual(refused(401));
  });

  it("is judged by the hub's clock, with half a minute of patience", async () => {
    const { clock, verifier } = verifierWith();
    const token = await signed();
    clock.at = noon + 3_620_000;
    await expect(verifier.callerOf(token)).resolves.toMatchObject({ partner: 'omring' });
    clock.at = noon + 3_640_000;
    await expect(verifier.callerOf(token)).rejects.toEqual(refused(401));
  });

  it('is verified once, and no longer known after it expired', async () => {
    let asked = 0;
    const keys = localKeys({ keys: [published] });
    const { clock, verifier } = verifierWith({ keys: async (header, token) => (asked++, keys(header, token)) });
    const token = await signed();
    await verifier.callerOf(token);
    await verifier.callerOf(token);
    expect(asked).toBe(1);
    clock.at = noon + 3_700_000;
    await expect(verifier.callerOf(token)).rejects.toEqual(refused(401));
    expect(asked).toBe(2);
  });

  it('is not called wrong when only the keys cannot be had', async () => {
    const { verifier } = verifierWith({ keys: () => Promise.reject(new TypeError('fetch failed')) });
    await expect(verifier.callerOf(await signed())).rejects.toEqual(refused(503));
  });
});

describe('verified tokens', () => {
  const caller = { kind: 'system', subject: 'omring', partner: 'omring', roles: ['system'] } as const;

  it('are remembered up to a bound; the least recently used is forgotten first', () => {
    const tokens = new VerifiedTokens(2);
    tokens.put('one', caller, 10);
    tokens.put('two', caller, 10);
    tokens.get('one', 0);
    tokens.put('three', caller, 10);
    expect(['one', 'two', 'three'].map((token) => tokens.get(token, 0) !== undefined)).toEqual([true, false, true]);
  });

  it('are forgotten when they expire', () => {
    const tokens = new VerifiedTokens();
    tokens.put('one', caller, 10);
    expect([tokens.get('one', 9), tokens.get('one', 10), tokens.get('one', 9)]).toEqual([caller, undefined, undefined]);
  });
});
