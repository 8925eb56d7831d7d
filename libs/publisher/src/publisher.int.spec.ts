import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { HubRefused, HubUnreachable } from './index.ts';
import { event, HubOfAFewLines, problem, type Reply } from './testing/hub-of-a-few-lines.ts';

let hub: HubOfAFewLines;
beforeEach(async () => { hub = await HubOfAFewLines.open(); });
afterEach(() => hub.close());

describe('a publisher', () => {
  it('asks for a token once and shows it with every request', async () => {
    const omring = hub.publisher();
    await Promise.all([omring.publish([event('1')]), omring.publish([event('2')])]);
    expect(hub.tokensAsked).toBe(1);
    expect(hub.requests[0]?.body).toBe('grant_type=client_credentials&client_id=omring&client_secret=demo-omring');
    expect(hub.posts.map(({ authorization }) => authorization)).toEqual(['Bearer token-1', 'Bearer token-1']);
  });

  it('asks for a new token when the hub no longer takes the one it has', async () => {
    hub.atFirst(1, problem(401));
    const answer = await hub.publisher().publish([event('1')]);
    expect(answer.accepted).toBe(1);
    expect(hub.posts.map(({ authorization }) => authorization)).toEqual(['Bearer token-1', 'Bearer token-2']);
  });

  it('says who it is no second time when its secret is wrong', async () => {
    hub.answers = ({ path }) => (path === '/oauth/token' ? { status: 401, body: { error: 'invalid_client' } } : undefined);
    await expect(hub.publisher().publish([event('1')])).rejects.toMatchObject({ name: 'HubRefused', status: 401, message: 'invalid_client' });
    expect(hub.requests).toHaveLength(1);
  });

  it('gives the answer as the hub gave it', async () => {
    const answer = await hub.publisher().publish([event('1')]);
    expect(answer).toEqual({ accepted: 1, duplicates: 0, rejected: 0, position: '0009', results: [{ id: '1', source: 'urn:test', status: 'accepted', position: '0009', householdId: 'h' }] });
  });

  it('sends nothing when there is nothing to say', async () => {
    expect(await hub.publisher().publish([])).toMatchObject({ accepted: 0, results: [] });
    expect(hub.requests).toEqual([]);
  });

  it('answers the same way when every event is rejected as when some are', async () => {
    hub.atFirst(1, problem(400, [{ pointer: '/0/data/x', rule: 'unknown-field', detail: 'x is not known' }, { pointer: '/1/id', rule: 'required', detail: 'id is missing' }]));
    const answer = await hub.publisher().publish([event('1'), event('2')]);
    expect(answer).toMatchObject({ accepted: 0, rejected: 2, position: null });
    expect(answer.results.map(({ id, status, problem: why }) => [id, status, why?.errors?.[0]?.pointer])).toEqual([['1', 'rejected', '/data/x'], ['2', 'rejected', '/id']]);
  });

  it('takes events without an error of their own for rejected too, because the hub lists only so many errors', async () => {
    hub.atFirst(1, problem(400, [{ pointer: '/0/data/x', rule: 'unknown-field', detail: 'x is not known' }]));
    expect(await hub.publisher().publish([event('1'), event('2')])).toMatchObject({ rejected: 2, results: [{ id: '1' }, { id: '2', status: 'rejected', problem: { errors: [] } }] });
  });

  it('understands a pointer into a single event', async () => {
    hub.atFirst(1, problem(400, [{ pointer: '/data/x', rule: 'unknown-field', detail: 'x is not known' }]));
    expect((await hub.publisher().publish([event('1')])).results[0]?.problem?.errors?.[0]?.pointer).toBe('/data/x');
  });

  it.each([[400, undefined], [403, undefined], [413, undefined], [415, undefined]])('throws a typed error when the request itself gets a %i', async (status, errors) => {
    hub.atFirst(1, problem(status, errors));
    const refusal = await hub.publisher().publish([event('1')]).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(HubRefused);
    expect(refusal).toMatchObject({ status, message: 'not this', problem: { title: 'Refused' } });
    expect(hub.posts).toHaveLength(1);
  });
});

describe('a publisher on a bad day', () => {
  it.each<[string, Reply]>([['too many requests', { status: 429 }], ['a hub that is starting', { status: 503 }], ['a connection that breaks', 'hang up']])('tries again after %s', async (_, reply) => {
    hub.atFirst(2, reply);
    expect((await hub.publisher().publish([event('1')])).accepted).toBe(1);
    expect(hub.posts).toHaveLength(3);
    expect(hub.waits).toEqual([250, 500]);
  });

  it('waits at least as long as the hub asks', async () => {
    hub.atFirst(1, { status: 503, headers: { 'retry-after': '7' } });
    await hub.publisher().publish([event('1')]);
    expect(hub.waits).toEqual([7000]);
  });

  it('spreads its attempts by chance, between half and the whole of the delay', async () => {
    hub.atFirst(1, { status: 503 });
    await hub.publisher({ pace: { wait: (milliseconds) => { hub.waits.push(milliseconds); return Promise.resolve(); }, chance: () => 0 } }).publish([event('1')]);
    expect(hub.waits).toEqual([125]);
  });

  it('gives up after a bounded number of attempts, and says why', async () => {
    hub.atFirst(99, { status: 503 });
    const gaveUp = await hub.publisher({ patience: { attempts: 4 } }).publish([event('1')]).catch((error: unknown) => error);
    expect(gaveUp).toBeInstanceOf(HubUnreachable);
    expect((gaveUp as Error).message).toBe('the hub did not answer in 4 attempts: HTTP 503');
    expect(hub.posts).toHaveLength(4);
  });

  it('names the reason when there is no hub at all', async () => {
    const nowhere = hub.publisher({ url: 'http://127.0.0.1:1', as: { token: 't' }, patience: { attempts: 1 } });
    await expect(nowhere.publish([event('1')])).rejects.toThrow(/1 attempt: (ECONNREFUSED|bad port)/);
  });

  it('stops when it is told to', async () => {
    hub.atFirst(99, { status: 503 });
    const stop = new AbortController();
    const stopping = hub.publisher({ pace: { wait: () => { stop.abort(new Error('enough')); return Promise.resolve(); }, chance: () => 1 } });
    await expect(stopping.publish([event('1')], stop.signal)).rejects.toThrow('enough');
  });
});
