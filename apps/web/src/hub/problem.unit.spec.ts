import { describe, expect, it } from '@jest/globals';
import { asProblem, HubProblem, problemOf } from './problem.ts';

const answer = (status: number, body: unknown, type = 'application/problem+json', headers: Record<string, string> = {}) =>
  new Response(typeof body === 'string' ? body : JSON.stringify(body), { status, headers: { 'content-type': type, ...headers } });

describe('a problem the hub reports', () => {
  it('keeps the kind and each error with its pointer', async () => {
    const problem = await problemOf(answer(400, { errors: [{ pointer: '/bsn', rule: 'bsn', detail: 'fails the 11-test' }] }));
    expect(problem).toMatchObject({ kind: 'refused', errors: [{ pointer: '/bsn', rule: 'bsn' }] });
  });

  it('says the session ended when the hub no longer knows the caller', async () => {
    expect((await problemOf(answer(401, {}))).kind).toBe('signed-out');
  });

  it('keeps how long to wait when the hub is busy', async () => {
    expect(await problemOf(answer(503, {}, 'application/problem+json', { 'retry-after': '5' }))).toMatchObject({ kind: 'busy', retryAfterSeconds: 5 });
  });

  it('survives a body that is not the hub’s own', async () => {
    expect(await problemOf(answer(502, '<html>Bad gateway</html>', 'text/html'))).toMatchObject({ kind: 'broken', errors: [] });
    expect(await problemOf(answer(500, 'not json'))).toMatchObject({ kind: 'broken', errors: [] });
    expect(await problemOf(answer(400, { errors: [null, 'x', { rule: 'y' }] }))).toMatchObject({ errors: [] });
  });

  it('is called broken when nobody knows what it is', () => {
    expect(asProblem(new TypeError('x')).kind).toBe('broken');
    expect(asProblem(new HubProblem('busy')).kind).toBe('busy');
  });
});
