import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { greetingApp, openStreams } from '../testing/greetings.ts';
import { rawExchange } from '../testing/raw-exchange.ts';
import type { RawAnswer } from '../testing/raw-exchange.ts';

const close = 'Host: kring.example\r\nConnection: close\r\n';
const get = (path: string, headers = ''): string => `GET ${path} HTTP/1.1\r\n${close}${headers}\r\n`;
const post = (body: string, headers: string): string => `POST /v1/greetings HTTP/1.1\r\n${close}${headers}\r\n${body}`;
const secret = '999901234';
const long = 'a'.repeat(40_000);

describe('a request that no client of ours would send', () => {
  let app: NestFastifyApplication;
  let port: number;
  beforeAll(async () => {
    app = await greetingApp();
    await app.listen(0, '127.0.0.1');
    port = Number(new URL(await app.getUrl()).port);
  });
  afterAll(() => app.close());

  const send = (text: string): Promise<RawAnswer> => rawExchange(port, (socket) => socket.write(text));
  const expectProblem = ({ status, headers, body }: RawAnswer, expected: number): void => {
    expect({ status, type: headers['content-type'] }).toEqual({ status: expected, type: 'application/problem+json; charset=utf-8' });
    expect(headers).toMatchObject({ 'api-version': '1.2.3', 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' });
    expect(JSON.parse(body)).toMatchObject({ status: expected, title: expect.any(String), detail: expect.any(String), errors: [] });
    expect(body).not.toMatch(/999901234|\bat .*:\d+|FST_|node:/);
  };

  it.each([
    ['with a path that cannot be decoded', get(`/v1/greetings/to/%zz${secret}`), 400],
    ['with a path that is no UTF-8', get('/v1/greetings/to/%ff%fe'), 400],
    ['with a parameter longer than any', get(`/v1/greetings/to/${secret}${'a'.repeat(300)}`), 414],
    ['with a path longer than its headers may be', get(`/v1/${secret}${long}`), 431],
    ['with a header longer than headers may be', get('/v1/greetings', `X-Long: ${secret}${long}\r\n`), 431],
    ['without a host', 'GET /v1/greetings HTTP/1.1\r\nConnection: close\r\n\r\n', 400],
    ['with two lengths', post('{}', 'Content-Type: application/json\r\nContent-Length: 2\r\nContent-Length: 3\r\n'), 400],
    ['with a length and chunks', post('0\r\n\r\n', 'Content-Type: application/json\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n'), 400],
    ['with a chunk that has no size', post('zz\r\n', 'Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n'), 400],
    ['with a compressed body', post('{}', 'Content-Type: application/json\r\nContent-Encoding: gzip\r\nContent-Length: 2\r\n'), 415],
    ['with an empty body', post('', 'Content-Type: application/json\r\nContent-Length: 0\r\n'), 400],
    ['with a body of no type', post('{}', 'Content-Length: 2\r\n'), 415],
    ['with a body that would change what objects are', post('{"__proto__":{"a":1}}', 'Content-Type: application/json\r\nContent-Length: 21\r\n'), 400],
    ['that expects what nobody offers', post('{}', 'Content-Type: application/json\r\nContent-Length: 2\r\nExpect: the-unexpected\r\n'), 417],
    ['with a method that does not exist', `BREW /v1/greetings HTTP/1.1\r\n${close}\r\n`, 400],
    ['that is no HTTP at all', `${secret}\r\n\r\n`, 400],
    ['of HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 400],
    ['with two slashes', get('//v1/greetings'), 404],
    ['with a slash at the end', get('/v1/greetings/'), 404],
    ['for a path outside', get('/v1/../../etc/passwd'), 404],
    ['for everything', `OPTIONS * HTTP/1.1\r\n${close}\r\n`, 404],
  ])('%s gets a problem that repeats nothing of it', async (_what, text, status) => expectProblem(await send(text), status));

  it.each([
    ['DELETE', '/v1/greetings', 'POST'],
    ['TRACE', '/v1/greetings', 'POST'],
    ['PUT', '/v1/openapi.json', 'GET, HEAD, OPTIONS'],
    ['POST', '/v1/greetings/to/someone', 'GET, HEAD'],
    ['OPTIONS', '/v1/greetings/hidden', 'GET, HEAD'],
  ])('%s of %s gets 405 with the methods that there are, and no leave for pages from elsewhere', async (method, path, allow) => {
    const answer = await send(`${method} ${path} HTTP/1.1\r\n${close}Origin: https://elsewhere.example\r\n\r\n`);
    expectProblem(answer, 405);
    expect(answer.headers['allow']).toBe(allow);
    expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });

  it('may ask whether it may read the OpenAPI document from elsewhere', async () => {
    const answer = await send(`OPTIONS /v1/openapi.json HTTP/1.1\r\n${close}Origin: https://elsewhere.example\r\nAccess-Control-Request-Method: GET\r\n\r\n`);
    expect(answer).toMatchObject({ status: 204, headers: { 'access-control-allow-origin': '*', 'access-control-allow-methods': 'GET, HEAD' } });
  });

  it('may ask for the head of a stream without leaving it open', async () => {
    const answer = await send(`HEAD /v1/greetings/endless HTTP/1.1\r\n${close}\r\n`);
    expect(answer).toMatchObject({ status: 200, body: '' });
    expect(openStreams.size).toBe(0);
  });

  it('may take its hands off in the middle, and the next is answered as ever', async () => {
    await rawExchange(port, (socket) => socket.end('POST /v1/greetings HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"na'));
    expect(await send(get('/health/live'))).toMatchObject({ status: 200 });
  });
});
