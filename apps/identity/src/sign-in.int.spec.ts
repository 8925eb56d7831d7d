import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import fastify from 'fastify';
import { decodeJwt } from 'jose';
import { SystemClock } from '@kring/platform';
import { mountIdentity } from './index.ts';
import { emptyFolder, shippedRegions, startProvider } from './testing/provider.ts';
import type { RunningProvider } from './testing/provider.ts';
import { Visitor } from './testing/visitor.ts';

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

describe('the page', () => {
  it('lets a visitor pick a demonstration account, in Dutch, and says that it is a demonstration', async () => {
    const answer = await new Visitor(provider).authorize();
    const html = await answer.text();
    expect(answer.status).toBe(200);
    expect(html).toContain('<html lang="nl">');
    expect(html).toContain('Dit is een demonstratie');
    expect(html).toContain('value="wijkverpleegkundige@omring"');
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('brings the picked account back with a code for a token, without a consent screen', async () => {
    const { back, json } = await new Visitor(provider).signIn('wijkondersteuner@ons-stede-broec');
    expect([back.origin, back.searchParams.get('state')]).toEqual([provider.base, 'here']);
    expect(await provider.verified(json['access_token'])).toMatchObject({ sub: 'wijkondersteuner@ons-stede-broec', client_id: 'kring-web', kring_partner: 'ons-stede-broec' });
    expect(decodeJwt(String(json['id_token']))).toMatchObject({ name: 'Wijkondersteuner, Ons Stede Broec', nonce: 'once' });
  });

  it('is signed out for good: the next visit picks again', async () => {
    const visitor = new Visitor(provider);
    const { json } = await visitor.signIn('auditor@hub');
    expect((await visitor.authorize()).headers.get('location')).toContain('code=');

    const end = `${provider.base}/oauth/session/end`;
    const leaving = await (await visitor.open(`${end}?${new URLSearchParams({ id_token_hint: String(json['id_token']), post_logout_redirect_uri: `${provider.base}/` })}`)).text();
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(leaving)?.[1] ?? '';
    const left = await visitor.open(`${end}/confirm`, { xsrf, logout: 'yes' });
    expect(left.headers.get('location')).toBe(`${provider.base}/`);
    expect(await (await visitor.authorize()).text()).toContain('Kies wie u bent');
  });

  it('gets no code without PKCE, nor for a page elsewhere', async () => {
    const withoutPkce = await new Visitor(provider).authorize({ code_challenge: '', code_challenge_method: '' });
    expect(withoutPkce.headers.get('location')).toContain('error=invalid_request');
    const elsewhere = await new Visitor(provider).authorize({ redirect_uri: 'https://elsewhere.example/' });
    expect([elsewhere.status, elsewhere.headers.get('location')]).toEqual([400, null]);
    expect(await elsewhere.text()).toContain('Aanmelden lukt niet');
  });

  it('shows a page and no stack when the sign-in has expired', async () => {
    const answer = await fetch(`${provider.base}/oauth/interaction/gone`);
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('verlopen');
  });

  it('refuses an account that is not there', async () => {
    expect((await new Visitor(provider).pick('root@hub')).status).toBe(400);
  });
});

describe('the provider', () => {
  it.each(['/.well-known/openid-configuration', '/oauth/.well-known/openid-configuration'])('describes itself at %s', async (path) => {
    const { base } = provider;
    expect(await (await fetch(base + path)).json()).toMatchObject({ issuer: base, token_endpoint: `${base}/oauth/token`, authorization_endpoint: `${base}/oauth/auth` });
  });

  it('publishes only the public half of its key', async () => {
    const { keys } = (await (await fetch(`${provider.base}/oauth/jwks`)).json()) as { keys: Record<string, string>[] };
    expect(keys).toEqual([expect.objectContaining({ kid: provider.identity.keys.keys[0]?.kid, alg: 'ES256' })]);
    for (const key of [keys[0], provider.identity.keys.keys[0]]) expect(key).not.toHaveProperty('d');
  });

  it('keeps its key for itself, and over a restart', async () => {
    expect((await stat(join(data.folder, 'identity.json'))).mode & 0o777).toBe(0o600);
    const again = await startProvider(data.folder);
    await again.stop();
    expect(again.identity.keys).toEqual(provider.identity.keys);
  });

  it('does not start in production', async () => {
    const parts = { issuer: 'http://127.0.0.1:1', regions: await shippedRegions(), dataFolder: data.folder, clock: new SystemClock() };
    await expect(mountIdentity(fastify(), { ...parts, production: true })).rejects.toThrow('KRING_OIDC_ISSUER');
  });
});
