import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, Get, Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { SignJWT, exportJWK, generateKeyPair } from 'jose';
import type { Purpose } from '@kring/contracts';
import { Metrics, Readiness, SystemClock, createHttpApp, openLog } from '@kring/platform';
import { AccessModule, CurrentCaller, ProcessingActivity, Public, TokenVerifier, hubAudience, localKeys } from './index.ts';
import type { Caller } from './index.ts';

@Controller('v1/things')
class Things {
  @Get('mine')
  mine(@CurrentCaller() caller: Caller, @ProcessingActivity() purpose: Purpose) {
    return { subject: caller.subject, purpose };
  }

  @Public()
  @Get('open')
  open() {
    return { open: true };
  }
}

const issuer = 'http://127.0.0.1:1';
let app: NestFastifyApplication;
let token: string;

beforeAll(async () => {
  const { privateKey, publicKey } = await generateKeyPair('ES256');
  const keys = localKeys({ keys: [{ ...(await exportJWK(publicKey)), kid: 'k-1' }] });
  token = await new SignJWT({ kring_partner: 'omring', kring_roles: ['system'] })
    .setProtectedHeader({ alg: 'ES256', kid: 'k-1' }).setIssuer(issuer).setAudience(hubAudience).setSubject('omring').setExpirationTime('1h').sign(privateKey);

  @Module({ imports: [AccessModule.with(new TokenVerifier({ issuer, keys, clock: new SystemClock() }))], controllers: [Things] })
  class Service {}
  app = await createHttpApp(Service, { log: openLog('silent', 'text'), metrics: new Metrics(), readiness: new Readiness(), api: { title: 'things', description: 'things', version: '1.0.0' } });
});
afterAll(() => app.close());

const ask = async (path: string, headers: Record<string, string> = {}) => {
  const { statusCode, body, headers: answered } = await app.inject({ url: path, headers });
  return { status: statusCode, json: JSON.parse(body) as Record<string, unknown>, headers: answered };
};
const bearer = () => ({ authorization: `Bearer ${token}` });

describe('a route', () => {
  it('knows its caller and the purpose', async () => {
    expect((await ask('/v1/things/mine', { ...bearer(), 'processing-activity': 'coordination' })).json).toEqual({ subject: 'omring', purpose: 'coordination' });
  });

  it.each([['no token', {}], ['another scheme', { authorization: 'Basic b21yaW5nOmRlbW8=' }], ['half a header', { authorization: 'Bearer' }], ['a token that is none', { authorization: 'Bearer x.y.z' }]])('answers 401 to %s', async (_what, headers) => {
    const { status, json, headers: answered } = await ask('/v1/things/mine', { 'processing-activity': 'coordination', ...headers });
    expect([status, json['title'], answered['www-authenticate']]).toEqual([401, 'Unauthorized', 'Bearer realm="kring"']);
  });

  it.each([['no purpose', {}], ['a purpose that is none', { 'processing-activity': 'curiosity' }], ['two purposes', { 'processing-activity': 'coordination, signalling' }]])('answers 400 to %s', async (_what, headers) => {
    const { status, json } = await ask('/v1/things/mine', { ...bearer(), ...headers });
    expect([status, json['errors']]).toEqual([400, [expect.objectContaining({ rule: 'processing-activity', detail: expect.stringContaining('coordination') })]]);
  });

  it('is open to everyone only where it says so', async () => {
    expect((await ask('/v1/things/open')).json).toEqual({ open: true });
  });
});
