import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Readiness } from '../index.ts';
import { greetingApp } from '../testing/greetings.ts';

describe('an application of the platform', () => {
  let app: NestFastifyApplication;
  const readiness = new Readiness();
  let waitingFor: string | null = 'the store';
  readiness.add('store', () => waitingFor);

  beforeAll(async () => {
    app = await greetingApp({ readiness });
  });
  afterAll(() => app.close());

  const call = (method: 'GET' | 'POST', url: string, payload?: string, type = 'application/json') =>
    app.inject({ method, url, ...(payload === undefined ? {} : { payload, headers: { 'content-type': type } }) });

  it('answers with its version and the security headers', async () => {
    const answer = await call('POST', '/v1/greetings', '{"name":"a","times":2}');
    expect(answer.json()).toEqual({ said: 'aa' });
    expect(answer.headers).toMatchObject({ 'api-version': '1.2.3', 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' });
  });

  it('tells every error of a body at once, each with its pointer, and never the value', async () => {
    const answer = await call('POST', '/v1/greetings', '{"name":7,"times":"x","secret":"999901234"}');
    expect(answer.statusCode).toBe(400);
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(answer.json().errors.map((error: { pointer: string }) => error.pointer).sort()).toEqual(['/name', '/secret', '/times']);
    expect(answer.body).not.toContain('999901234');
  });

  it.each([
    ['a path that is not there', 'GET', '/v1/nothing', undefined, undefined, 404],
    ['broken JSON', 'POST', '/v1/greetings', '[{', 'application/json', 400],
    ['a media type it does not take', 'POST', '/v1/greetings', 'a;b', 'text/csv', 415],
    ['a body that is too large', 'POST', '/v1/greetings', JSON.stringify({ name: 'x'.repeat(1_100_000), times: 1 }), 'application/json', 413],
    ['a rule that refuses', 'GET', '/v1/greetings/refused', undefined, undefined, 409],
    ['what may not be seen', 'GET', '/v1/greetings/hidden', undefined, undefined, 404],
  ] as const)('answers %s with a problem', async (_what, method, url, payload, type, status) => {
    const answer = await call(method, url, payload, type);
    expect(answer.statusCode).toBe(status);
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(answer.json()).toMatchObject({ status, title: expect.any(String) });
  });

  it('tells nothing of an error that nobody foresaw', async () => {
    const answer = await call('GET', '/v1/greetings/broken');
    expect(answer.statusCode).toBe(500);
    expect(answer.body).not.toContain('999901234');
  });

  it('is ready once what it waits for is there', async () => {
    expect((await call('GET', '/health/ready')).statusCode).toBe(503);
    waitingFor = null;
    expect((await call('GET', '/health/ready')).statusCode).toBe(200);
    expect((await call('GET', '/health/live')).statusCode).toBe(200);
  });

  it('measures and describes itself without a login', async () => {
    expect((await call('GET', '/metrics')).body).toContain('kring_http_request_seconds');
    const document = await call('GET', '/v1/openapi.json');
    expect(document.headers['access-control-allow-origin']).toBe('*');
    expect(document.json()).toMatchObject({
      openapi: expect.stringMatching(/^3\.1/),
      servers: [{ url: '/v1' }],
      paths: { '/greetings': { post: { security: [{ bearer: [] }], responses: { 400: expect.anything(), 401: expect.anything(), 415: expect.anything() } } } },
      components: { schemas: { Greeting: { required: ['name', 'times'], additionalProperties: false } } },
    });
  });
});
