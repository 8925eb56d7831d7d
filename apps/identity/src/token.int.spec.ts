import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { decodeJwt } from 'jose';
import { hubAudience } from '@kring/access';
import { ShiftedClock } from '@kring/platform';
import { demoUserGrant } from './index.ts';
import { emptyFolder, startProvider } from './testing/provider.ts';
import type { RunningProvider } from './testing/provider.ts';

let data: Awaited<ReturnType<typeof emptyFolder>>;
let provider: RunningProvider;

beforeAll(async () => {
  data = await emptyFolder();
  provider = await startProvider(data.folder);
});
afterAll(async () => {
  await provider.stop();
  await data.remove();
});

const omring = { grant_type: 'client_credentials', client_id: 'omring', client_secret: 'demo-omring' };

describe("a partner's system", () => {
  it('gets a signed access token of an hour for its secret', async () => {
    const { status, json } = await provider.token(omring);
    expect([status, json]).toEqual([200, expect.objectContaining({ token_type: 'Bearer', expires_in: 3600 })]);
    expect(await provider.verified(json['access_token'])).toMatchObject({ sub: 'omring', client_id: 'omring', aud: hubAudience, kring_partner: 'omring', kring_roles: ['system'] });
  });

  it('gets every answer with what keeps it from being read otherwise than it was meant', async () => {
    const { headers } = await fetch(`${provider.base}/oauth/jwks`);
    expect(Object.fromEntries(headers)).toMatchObject({ 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY', 'strict-transport-security': expect.any(String) });
  });

  it('may send its secret in the Authorization header instead', async () => {
    const basic = Buffer.from('omring:demo-omring').toString('base64');
    const { status } = await provider.token({ grant_type: 'client_credentials' }, { authorization: `Basic ${basic}` });
    expect(status).toBe(200);
  });

  it.each([
    ['a wrong secret', { ...omring, client_secret: 'wrong' }],
    ['the secret of another', { ...omring, client_secret: 'demo-politie' }],
    ['an unknown name', { ...omring, client_id: 'nobody' }],
  ])('is refused as invalid_client for %s', async (_what, fields) => {
    const { status, json } = await provider.token(fields);
    expect([status, json['error']]).toEqual([401, 'invalid_client']);
  });

  it('gets no token of a user', async () => {
    expect((await provider.token({ ...omring, grant_type: demoUserGrant, user: 'auditor@hub' })).status).toBe(400);
  });

  it("gets tokens that are dated by the hub's clock", async () => {
    const tenDays = 10 * 86_400;
    const later = await startProvider(data.folder, new ShiftedClock(tenDays * 1000));
    const { json } = await later.token(omring);
    await later.stop();
    const { iat = 0, exp = 0 } = decodeJwt(String(json['access_token']));
    expect(Math.abs(iat - Math.floor(Date.now() / 1000) - tenDays)).toBeLessThan(5);
    expect(exp - iat).toBe(3600);
  });
});

describe('the command line', () => {
  const asUser = (user: string) => provider.token({ grant_type: demoUserGrant, client_id: 'kring-cli', user });

  it('gets a token of a demonstration account', async () => {
    const { status, json } = await asUser('wijkverpleegkundige@omring');
    expect(status).toBe(200);
    expect(await provider.verified(json['access_token'])).toMatchObject({ sub: 'wijkverpleegkundige@omring', kring_partner: 'omring', kring_roles: ['district-nurse', 'caseworker'] });
  });

  it('gets one of an account that belongs to no partner', async () => {
    const { json } = await asUser('auditor@hub');
    expect(await provider.verified(json['access_token'])).toMatchObject({ sub: 'auditor@hub', kring_partner: null, kring_roles: ['auditor'] });
  });

  it('gets none of an account that is not there', async () => {
    const { status, json } = await asUser('nobody@omring');
    expect([status, json['error']]).toEqual([400, 'invalid_grant']);
  });
});
