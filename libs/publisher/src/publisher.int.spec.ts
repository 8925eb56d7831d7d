import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { HubRefused, HubUnreachable, Publisher, type CloudEvent, type Progress, type PublisherOptions } from './index.ts';

type Request = { path: string; type: string; authorization: string; body: string };
type Reply = { status: number; body?: unknown; headers?: Record<string, string> } | 'hang up';

/** A hub of a few lines, behind a real socket: it takes what it is sent, unless a test says otherwise. */
let server: Server;
let url: string;
let requests: Request[];
let answers: (request: Request) => Reply | undefined;
let waits: number[];

const take = ({ body, type }: Request): Reply => {
  const ids = (type === 'application/x-ndjson' ? body.trim().split('\n').map((line) => JSON.parse(line) as CloudEvent) : (JSON.parse(body) as CloudEvent[])).map(({ id }) => id);
  const results = ids.map((id) => ({ id, source: 'urn:test', status: 'accepted', position: '0009', householdId: 'h' }));
  return { status: 202, body: { accepted: ids.length, duplicates: 0, rejected: 0, position: '0009', results } };
};

const handle = async (message: IncomingMessage, response: ServerResponse): Promise<void> => {
  const parts: Buffer[] = [];
  for await (const part of message) parts.push(part as Buffer);
  const { authorization = '', 'content-type': type = '' } = message.headers;
  const request = { path: message.url ?? '', type, authorization, body: Buffer.concat(parts).toString() };
  requests.push(request);
  const token = { status: 200, body: { access_token: `token-${tokensAsked()}`, expires_in: 300 } };
  const reply = answers(request) ?? (request.path === '/oauth/token' ? token : take(request));
  if (reply === 'hang up') return void message.socket.destroy();
  response.writeHead(reply.status, { 'content-type': reply.status < 400 ? 'application/json' : 'application/problem+json', ...reply.headers });
  response.end(JSON.stringify(reply.body ?? { type: 'about:blank', title: 'No', status: reply.status }));
};

beforeEach(async () => {
  requests = [];
  waits = [];
  answers = () => undefined;
  server = createServer((message, response) => void handle(message, response));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
});

const tokensAsked = (): number => requests.filter(({ path }) => path === '/oauth/token').length;
const posts = (): Request[] => requests.filter(({ path }) => path === '/v1/events');
const pace = { wait: (milliseconds: number) => { waits.push(milliseconds); return Promise.resolve(); }, chance: () => 1 };
const publisher = (options: Partial<PublisherOptions> = {}): Publisher =>
  new Publisher({ url, as: { clientId: 'omring', clientSecret: 'demo-omring' }, pace, ...options });

const event = (id: string): CloudEvent => ({ specversion: '1.0', id, source: 'urn:test', type: 'nl.kring.visits.planned.v1', time: '2025-01-01T00:00:00Z', datacontenttype: 'application/json', data: {} });
const line = (number: number): string => JSON.stringify(event(`e-${number}`));
const file = (count: number, lineEnd = '\n'): Blob => new Blob([Array.from({ length: count }, (_, index) => line(index + 1) + lineEnd).join('')]);
const idsOf = ({ body }: Request): string[] => body.trim().split('\n').map((text) => (JSON.parse(text) as CloudEvent).id);
const problem = (status: number, errors?: unknown[]): Reply => ({ status, body: { type: 'about:blank', title: 'Refused', status, detail: 'not this', errors } });
const first = (times: number, reply: Reply) => (request: Request): Reply | undefined => (request.path === '/v1/events' && times-- > 0 ? reply : undefined);

describe('a publisher', () => {
  it('asks for a token once and shows it with every request', async () => {
    const omring = publisher();
    await Promise.all([omring.publish([event('1')]), omring.publish([event('2')])]);
    expect(tokensAsked()).toBe(1);
    expect(requests[0]?.body).toBe('grant_type=client_credentials&client_id=omring&client_secret=demo-omring');
    expect(posts().map(({ authorization }) => authorization)).toEqual(['Bearer token-1', 'Bearer token-1']);
  });

  it('asks for a new token when the hub no longer takes the one it has', async () => {
    answers = first(1, problem(401));
    const answer = await publisher().publish([event('1')]);
    expect(answer.accepted).toBe(1);
    expect(posts().map(({ authorization }) => authorization)).toEqual(['Bearer token-1', 'Bearer token-2']);
  });

  it('says who it is no second time when its secret is wrong', async () => {
    answers = ({ path }) => (path === '/oauth/token' ? { status: 401, body: { error: 'invalid_client' } } : undefined);
    await expect(publisher().publish([event('1')])).rejects.toMatchObject({ name: 'HubRefused', status: 401, message: 'invalid_client' });
    expect(requests).toHaveLength(1);
  });

  it('gives the answer as the hub gave it', async () => {
    const answer = await publisher().publish([event('1')]);
    expect(answer).toEqual({ accepted: 1, duplicates: 0, rejected: 0, position: '0009', results: [{ id: '1', source: 'urn:test', status: 'accepted', position: '0009', householdId: 'h' }] });
  });

  it('sends nothing when there is nothing to say', async () => {
    expect(await publisher().publish([])).toMatchObject({ accepted: 0, results: [] });
    expect(requests).toEqual([]);
  });

  it('answers the same way when every event is rejected as when some are', async () => {
    answers = first(1, problem(400, [{ pointer: '/0/data/x', rule: 'unknown-field', detail: 'x is not known' }, { pointer: '/1/id', rule: 'required', detail: 'id is missing' }]));
    const answer = await publisher().publish([event('1'), event('2')]);
    expect(answer).toMatchObject({ accepted: 0, rejected: 2, position: null });
    expect(answer.results.map(({ id, status, problem: why }) => [id, status, why?.errors?.[0]?.pointer])).toEqual([['1', 'rejected', '/data/x'], ['2', 'rejected', '/id']]);
  });

  it('understands a pointer into a single event', async () => {
    answers = first(1, problem(400, [{ pointer: '/data/x', rule: 'unknown-field', detail: 'x is not known' }]));
    expect((await publisher().publish([event('1')])).results[0]?.problem?.errors?.[0]?.pointer).toBe('/data/x');
  });

  it.each([[400, undefined], [403, undefined], [413, undefined], [415, undefined]])('throws a typed error when the request itself gets a %i', async (status, errors) => {
    answers = first(1, problem(status, errors));
    const refusal = await publisher().publish([event('1')]).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(HubRefused);
    expect(refusal).toMatchObject({ status, message: 'not this', problem: { title: 'Refused' } });
    expect(posts()).toHaveLength(1);
  });
});

describe('a publisher on a bad day', () => {
  it.each<[string, Reply]>([['too many requests', { status: 429 }], ['a hub that is starting', { status: 503 }], ['a connection that breaks', 'hang up']])('tries again after %s', async (_, reply) => {
    answers = first(2, reply);
    expect((await publisher().publish([event('1')])).accepted).toBe(1);
    expect(posts()).toHaveLength(3);
    expect(waits).toEqual([250, 500]);
  });

  it('waits at least as long as the hub asks', async () => {
    answers = first(1, { status: 503, headers: { 'retry-after': '7' } });
    await publisher().publish([event('1')]);
    expect(waits).toEqual([7000]);
  });

  it('spreads its attempts by chance, between half and the whole of the delay', async () => {
    answers = first(1, { status: 503 });
    await publisher({ pace: { ...pace, chance: () => 0 } }).publish([event('1')]);
    expect(waits).toEqual([125]);
  });

  it('gives up after a bounded number of attempts, and says why', async () => {
    answers = first(99, { status: 503 });
    const gaveUp = await publisher({ patience: { attempts: 4 } }).publish([event('1')]).catch((error: unknown) => error);
    expect(gaveUp).toBeInstanceOf(HubUnreachable);
    expect((gaveUp as Error).message).toBe('the hub did not answer in 4 attempts: HTTP 503');
    expect(posts()).toHaveLength(4);
  });

  it('names the reason when there is no hub at all', async () => {
    const nowhere = publisher({ url: 'http://127.0.0.1:1', as: { token: 't' }, patience: { attempts: 1 } });
    await expect(nowhere.publish([event('1')])).rejects.toThrow(/1 attempt: (ECONNREFUSED|bad port)/);
  });

  it('stops when it is told to', async () => {
    answers = first(99, { status: 503 });
    const stop = new AbortController();
    const stopping = publisher({ pace: { ...pace, wait: () => { stop.abort(new Error('enough')); return Promise.resolve(); } } });
    await expect(stopping.publish([event('1')], stop.signal)).rejects.toThrow('enough');
  });
});

describe('a publisher with a long file', () => {
  it('sends it in requests of a thousand lines, in order', async () => {
    const answer = await publisher().publishFile(file(2_500));
    expect(posts().map((request) => idsOf(request).length)).toEqual([1_000, 1_000, 500]);
    expect(posts().flatMap(idsOf)).toEqual(Array.from({ length: 2_500 }, (_, index) => `e-${index + 1}`));
    expect(answer).toEqual({ accepted: 2_500, duplicates: 0, rejected: 0, position: '0009', results: [] });
  });

  it('keeps a request within its size in bytes', async () => {
    await publisher({ chunk: { bytes: 1_000 } }).publishFile(file(20));
    expect(posts().every(({ body }) => body.length <= 1_000)).toBe(true);
    expect(posts().flatMap(idsOf)).toHaveLength(20);
  });

  it('passes over empty lines and Windows line ends', async () => {
    await publisher().publishFile(new Blob([`${line(1)}\r\n\r\n  \n${line(2)}`]));
    expect(posts()[0]?.body).toBe(`${line(1)}\n${line(2)}\n`);
  });

  it('goes on where an earlier attempt broke off', async () => {
    const reached: Progress[] = [];
    let taken = 0;
    answers = ({ path }) => (path === '/v1/events' && ++taken === 3 ? problem(403) : undefined);
    await expect(publisher({ chunk: { lines: 10 } }).publishFile(file(35, '\r\n'), { onAcknowledged: (progress) => void reached.push(progress) })).rejects.toThrow('not this');
    const resumeFrom = reached.at(-1);
    expect(resumeFrom).toMatchObject({ lines: 20, accepted: 20 });
    requests = [];
    const answer = await publisher({ chunk: { lines: 10 } }).publishFile(file(35, '\r\n'), { resumeFrom });
    expect(posts().flatMap(idsOf)).toEqual(Array.from({ length: 15 }, (_, index) => `e-${index + 21}`));
    expect(answer.accepted).toBe(35);
  });

  it('names the line of an event that was rejected, and goes on after it', async () => {
    const bad = { id: 'e-12', source: 'urn:test', status: 'rejected' as const, problem: { type: 'about:blank', title: 'No', status: 400 } };
    answers = (request) => {
      if (!request.body.includes('"e-12"')) return undefined;
      const results = idsOf(request).map((id) => (id === 'e-12' ? bad : { id, source: 'urn:test', status: 'accepted' }));
      return { status: 202, body: { accepted: results.length - 1, duplicates: 0, rejected: 1, position: '0009', results } };
    };
    const lines: number[] = [];
    const answer = await publisher({ chunk: { lines: 10 } }).publishFile(file(25), { onRejected: (number) => void lines.push(number) });
    expect(lines).toEqual([12]);
    expect(answer).toMatchObject({ accepted: 24, rejected: 1, results: [bad] });
  });

  it('goes on after a request of which every line is rejected', async () => {
    answers = (request) => (request.body.includes('broken') ? problem(400, [{ pointer: '/0', rule: 'json', detail: 'not JSON' }]) : undefined);
    const answer = await publisher({ chunk: { lines: 1 } }).publishFile(new Blob([`${line(1)}\n{"broken\n${line(2)}\n`]));
    expect(answer).toMatchObject({ accepted: 2, rejected: 1, results: [{ id: null, source: null, status: 'rejected' }] });
  });

  it('cuts off a line that never ends, and finds the next one', async () => {
    answers = ({ body }) => (body.startsWith('"xx') ? problem(400, [{ pointer: '/0', rule: 'size', detail: 'too long' }]) : undefined);
    const answer = await publisher({ chunk: { lines: 1 } }).publishFile(new Blob(['"', 'x'.repeat(3_000_000), `"\n${line(2)}\n`]));
    expect(answer).toMatchObject({ accepted: 1, rejected: 1 });
    expect(Math.max(...posts().map(({ body }) => body.length))).toBeLessThan(1_100_000);
  });

  it('takes lines as they come, and reads no more than a request ahead of the hub', async () => {
    let read = 0;
    let furthest = 0;
    async function* lines(): AsyncGenerator<string> {
      while (read < 100) yield line(++read);
    }
    let acknowledged = 0;
    await publisher({ chunk: { lines: 10 } }).publishLines(lines(), {
      onAcknowledged: (progress) => {
        furthest = Math.max(furthest, read - acknowledged);
        acknowledged = progress.lines;
      },
    });
    expect(posts().flatMap(idsOf)).toHaveLength(100);
    expect(furthest).toBeLessThanOrEqual(21);
  });

  it('leaves out the lines that an earlier attempt delivered when they come again', async () => {
    async function* lines(): AsyncGenerator<string> {
      for (let number = 1; number <= 5; number++) yield line(number);
    }
    const resumeFrom = { lines: 3, bytes: 0, accepted: 3, duplicates: 0, rejected: 0, position: '0003' };
    expect((await publisher().publishLines(lines(), { resumeFrom })).accepted).toBe(5);
    expect(posts().flatMap(idsOf)).toEqual(['e-4', 'e-5']);
  });
});
