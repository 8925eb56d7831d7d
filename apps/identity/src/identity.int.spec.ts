import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fastify from 'fastify';
import type { FastifyInstance } from 'fastify';
import { createLocalJWKSet, decodeJwt, jwtVerify } from 'jose';
import { hubAudience } from '@kring/access';
import { ShiftedClock, SystemClock } from '@kring/platform';
import { loadRegions } from '@kring/regions';
import { demoUserGrant, mountIdentity } from './index.ts';
import type { Identity } from './index.ts';

type Running = { readonly base: string; readonly identity: Identity; readonly server: FastifyInstance };

let dataFolder: string;
let running: Running;

const freePort = () => new Promise<number>((resolve) => {
  const probe = createServer().listen(0, '127.0.0.1', () => {
    const { port } = probe.address() as AddressInfo;
    probe.close(() => resolve(port));
  });
});

const started = async (clock = new SystemClock()): Promise<Running> => {
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  const server = fastify({ forceCloseConnections: true });
  const regions = await loadRegions(join(import.meta.dirname, '../../../deploy/regions'));
  const identity = await mountIdentity(server, { issuer: base, regions, dataFolder, clock, production: false });
  await server.listen({ port, host: '127.0.0.1' });
  return { base, identity, server };
};

const formTo = (url: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(url, { method: 'POST', headers, body: new URLSearchParams(fields), redirect: 'manual' });
const tokenOf = async (fields: Record<string, string>, headers = {}, base = running.base) => {
  const answer = await formTo(`${base}/oauth/token`, fields, headers);
  return { status: answer.status, json: (await answer.json()) as Record<string, string | number> };
};
const verified = async (token: unknown) => {
  const { payload } = await jwtVerify(String(token), createLocalJWKSet(running.identity.keys), { issuer: running.base, audience: hubAudience });
  return payload;
};

beforeAll(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'kring-identity-'));
  running = await started();
});
afterAll(async () => {
  await running.server.close();
  await rm(dataFolder, { recursive: true });
});

describe("a partner's system", () => {
  const omring = { grant_type: 'client_credentials', client_id: 'omring', client_secret: 'demo-omring' };

  it('gets a signed access token of an hour for its secret', async () => {
    const { status, json } = await tokenOf(omring);
    expect(status).toBe(200);
    expect(json).toMatchObject({ token_type: 'Bearer', expires_in: 3600 });
    expect(await verified(json['access_token'])).toMatchObject({ sub: 'omring', client_id: 'omring', aud: hubAudience, kring_partner: 'omring', kring_roles: ['system'] });
  });

  it('may send its secret in the Authorization header instead', async () => {
    const basic = Buffer.from('omring:demo-omring').toString('base64');
    const { status } = await tokenOf({ grant_type: 'client_credentials' }, { authorization: `Basic ${basic}` });
    expect(status).toBe(200);
  });

  it.each([
    ['a wrong secret', { ...omring, client_secret: 'wrong' }],
    ['the secret of another', { ...omring, client_secret: 'demo-politie' }],
    ['an unknown name', { ...omring, client_id: 'nobody' }],
  ])('is refused as invalid_client for %s', async (_what, fields) => {
    const { status, json } = await tokenOf(fields);
    expect([status, json['error']]).toEqual([401, 'invalid_client']);
  });

  it('gets no token of a user', async () => {
    const { status } = await tokenOf({ ...omring, grant_type: demoUserGrant, user: 'auditor@hub' });
    expect(status).toBe(400);
  });
});

describe('the command line', () => {
  const asUser = (user: string) => tokenOf({ grant_type: demoUserGrant, client_id: 'kring-cli', user });

  it('gets a token of a demonstration account', async () => {
    const { status, json } = await asUser('wijkverpleegkundige@omring');
    expect(status).toBe(200);
    expect(await verified(json['access_token'])).toMatchObject({ sub: 'wijkverpleegkundige@omring', kring_partner: 'omring', kring_roles: ['district-nurse', 'caseworker'] });
  });

  it('gets one of an account that belongs to no partner', async () => {
    const { json } = await asUser('auditor@hub');
    expect(await verified(json['access_token'])).toMatchObject({ sub: 'auditor@hub', kring_partner: null, kring_roles: ['auditor'] });
  });

  it('gets none of an account that is not there', async () => {
    const { status, json } = await asUser('nobody@omring');
    expect([status, json['error']]).toEqual([400, 'invalid_grant']);
  });
});

/** A browser as far as signing in needs one: it keeps cookies and follows redirects within the provider. */
const browser = () => {
  const jar = new Map<string, string>();
  const open = async (url: string, fields?: Record<string, string>): Promise<Response> => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(url, { redirect: 'manual', headers: { cookie }, ...(fields && { method: 'POST', body: new URLSearchParams(fields) }) });
    for (const set of answer.headers.getSetCookie()) {
      const [pair = ''] = set.split(';');
      const [name = '', value = ''] = pair.split('=');
      if (value === '') jar.delete(name);
      else jar.set(name, value);
    }
    const location = answer.headers.get('location');
    if (location === null) return answer;
    const next = new URL(location, url);
    return next.pathname === '/' ? answer : open(next.href);
  };
  return { open };
};
const verifier = randomBytes(32).toString('base64url');
const authorizeUrl = (base: string, changed: Record<string, string> = {}) => `${base}/oauth/auth?${new URLSearchParams({
  client_id: 'kring-web', response_type: 'code', scope: 'openid', redirect_uri: `${base}/`, state: 'here', nonce: 'once',
  code_challenge: createHash('sha256').update(verifier).digest('base64url'), code_challenge_method: 'S256', ...changed,
})}`;
const signedIn = async (visitor: ReturnType<typeof browser>, account: string, base = running.base) => {
  const choice = await (await visitor.open(authorizeUrl(base))).text();
  const action = /action="([^"]+)"/.exec(choice)?.[1] ?? '';
  const back = new URL((await visitor.open(base + action, { account })).headers.get('location') ?? '');
  const { json } = await tokenOf({ grant_type: 'authorization_code', client_id: 'kring-web', code: back.searchParams.get('code') ?? '', redirect_uri: `${base}/`, code_verifier: verifier });
  return { choice, back, json };
};

describe('the page', () => {
  it('lets a visitor pick a demonstration account, in Dutch, and says that it is a demonstration', async () => {
    const answer = await browser().open(authorizeUrl(running.base));
    const html = await answer.text();
    expect(answer.status).toBe(200);
    expect(html).toContain('<html lang="nl">');
    expect(html).toContain('Dit is een demonstratie');
    expect(html).toContain('value="wijkverpleegkundige@omring"');
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('brings the picked account back with a code for a token, without a consent screen', async () => {
    const { back, json } = await signedIn(browser(), 'wijkondersteuner@ons-stede-broec');
    expect([back.origin, back.searchParams.get('state')]).toEqual([running.base, 'here']);
    expect(await verified(json['access_token'])).toMatchObject({ sub: 'wijkondersteuner@ons-stede-broec', client_id: 'kring-web', kring_partner: 'ons-stede-broec' });
    expect(decodeJwt(String(json['id_token']))).toMatchObject({ name: 'Wijkondersteuner, Ons Stede Broec', nonce: 'once' });
  });

  it('is signed out for good: the next visit picks again', async () => {
    const visitor = browser();
    const { json } = await signedIn(visitor, 'auditor@hub');
    const again = await visitor.open(authorizeUrl(running.base));
    expect(again.headers.get('location')).toContain('code=');

    const leaving = await (await visitor.open(`${running.base}/oauth/session/end?${new URLSearchParams({ id_token_hint: String(json['id_token']), post_logout_redirect_uri: `${running.base}/` })}`)).text();
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(leaving)?.[1] ?? '';
    const left = await visitor.open(`${running.base}/oauth/session/end/confirm`, { xsrf, logout: 'yes' });
    expect(left.headers.get('location')).toBe(`${running.base}/`);
    expect(await (await visitor.open(authorizeUrl(running.base))).text()).toContain('Kies wie u bent');
  });

  it('gets no code without PKCE, nor for a page elsewhere', async () => {
    const withoutPkce = await browser().open(authorizeUrl(running.base, { code_challenge: '', code_challenge_method: '' }));
    expect(withoutPkce.headers.get('location')).toContain('error=invalid_request');
    const elsewhere = await browser().open(authorizeUrl(running.base, { redirect_uri: 'https://elsewhere.example/' }));
    expect([elsewhere.status, elsewhere.headers.get('location')]).toEqual([400, null]);
    expect(await elsewhere.text()).toContain('Aanmelden lukt niet');
  });

  it('shows a page and no stack when the sign-in has expired', async () => {
    const answer = await fetch(`${running.base}/oauth/interaction/gone`);
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('verlopen');
  });

  it('refuses an account that is not there', async () => {
    const visitor = browser();
    const choice = await (await visitor.open(authorizeUrl(running.base))).text();
    const action = /action="([^"]+)"/.exec(choice)?.[1] ?? '';
    expect((await visitor.open(running.base + action, { account: 'root@hub' })).status).toBe(400);
  });
});

describe('the provider', () => {
  it.each(['/.well-known/openid-configuration', '/oauth/.well-known/openid-configuration'])('describes itself at %s', async (path) => {
    const description = await (await fetch(running.base + path)).json();
    expect(description).toMatchObject({ issuer: running.base, token_endpoint: `${running.base}/oauth/token`, authorization_endpoint: `${running.base}/oauth/auth` });
  });

  it('publishes only the public half of its key', async () => {
    const { keys } = (await (await fetch(`${running.base}/oauth/jwks`)).json()) as { keys: Record<string, string>[] };
    expect(keys).toHaveLength(1);
    expect(keys[0]).toMatchObject({ kid: running.identity.keys.keys[0]?.kid, alg: 'ES256' });
    expect(keys[0]).not.toHaveProperty('d');
    expect(running.identity.keys.keys[0]).not.toHaveProperty('d');
  });

  it('keeps its key for itself, and over a restart', async () => {
    expect((await stat(join(dataFolder, 'identity.json'))).mode & 0o777).toBe(0o600);
    const again = await started();
    await again.server.close();
    expect(again.identity.keys).toEqual(running.identity.keys);
  });

  it("dates its tokens by the hub's clock", async () => {
    const tenDays = 10 * 86_400;
    const later = await started(new ShiftedClock(tenDays * 1000));
    const { json } = await tokenOf({ grant_type: 'client_credentials', client_id: 'omring', client_secret: 'demo-omring' }, {}, later.base);
    await later.server.close();
    const { iat = 0, exp = 0 } = decodeJwt(String(json['access_token']));
    expect(Math.abs(iat - Math.floor(Date.now() / 1000) - tenDays)).toBeLessThan(5);
    expect(exp - iat).toBe(3600);
  });

  it('does not start in production', async () => {
    const regions = await loadRegions(join(import.meta.dirname, '../../../deploy/regions'));
    await expect(mountIdentity(fastify(), { issuer: 'http://127.0.0.1:1', regions, dataFolder, clock: new SystemClock(), production: true })).rejects.toThrow('KRING_OIDC_ISSUER');
  });
});
