import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Progress } from './index.ts';
import { event, HubOfAFewLines, idsOf, problem } from './testing/hub-of-a-few-lines.ts';

let hub: HubOfAFewLines;
beforeEach(async () => { hub = await HubOfAFewLines.open(); });
afterEach(() => hub.close());

const line = (number: number): string => JSON.stringify(event(`e-${number}`));
const file = (count: number, lineEnd = '\n'): Blob => new Blob([Array.from({ length: count }, (_, index) => line(index + 1) + lineEnd).join('')]);

describe('a publisher with a long file', () => {
  it('sends it in requests of a thousand lines, in order', async () => {
    const answer = await hub.publisher().publishFile(file(2_500));
    expect(hub.posts.map((request) => idsOf(request).length)).toEqual([1_000, 1_000, 500]);
    expect(hub.posts.flatMap(idsOf)).toEqual(Array.from({ length: 2_500 }, (_, index) => `e-${index + 1}`));
    expect(answer).toEqual({ accepted: 2_500, duplicates: 0, rejected: 0, position: '0009', results: [] });
  });

  it('keeps a request within its size in bytes', async () => {
    await hub.publisher({ chunk: { bytes: 1_000 } }).publishFile(file(20));
    expect(hub.posts.every(({ body }) => body.length <= 1_000)).toBe(true);
    expect(hub.posts.flatMap(idsOf)).toHaveLength(20);
  });

  it('passes over empty lines and Windows line ends', async () => {
    await hub.publisher().publishFile(new Blob([`${line(1)}\r\n\r\n  \n${line(2)}`]));
    expect(hub.posts[0]?.body).toBe(`${line(1)}\n${line(2)}\n`);
  });

  it('goes on where an earlier attempt broke off', async () => {
    const reached: Progress[] = [];
    let taken = 0;
    hub.answers = ({ path }) => (path === '/v1/events' && ++taken === 3 ? problem(403) : undefined);
    await expect(hub.publisher({ chunk: { lines: 10 } }).publishFile(file(35, '\r\n'), { onAcknowledged: (progress) => void reached.push(progress) })).rejects.toThrow('not this');
    const resumeFrom = reached.at(-1);
    expect(resumeFrom).toMatchObject({ lines: 20, accepted: 20 });
    hub.requests.length = 0;
    const answer = await hub.publisher({ chunk: { lines: 10 } }).publishFile(file(35, '\r\n'), { resumeFrom });
    expect(hub.posts.flatMap(idsOf)).toEqual(Array.from({ length: 15 }, (_, index) => `e-${index + 21}`));
    expect(answer.accepted).toBe(35);
  });

  it('names the line of an event that was rejected, and goes on after it', async () => {
    const bad = { id: 'e-12', source: 'urn:test', status: 'rejected' as const, problem: { type: 'about:blank', title: 'No', status: 400 } };
    hub.answers = (request) => {
      if (!request.body.includes('"e-12"')) return undefined;
      const results = idsOf(request).map((id) => (id === 'e-12' ? bad : { id, source: 'urn:test', status: 'accepted' }));
      return { status: 202, body: { accepted: results.length - 1, duplicates: 0, rejected: 1, position: '0009', results } };
    };
    const lines: number[] = [];
    const answer = await hub.publisher({ chunk: { lines: 10 } }).publishFile(file(25), { onRejected: (number) => void lines.push(number) });
    expect(lines).toEqual([12]);
    expect(answer).toMatchObject({ accepted: 24, rejected: 1, results: [bad] });
  });

  it('goes on after a request of which every line is rejected', async () => {
    hub.answers = (request) => (request.body.includes('broken') ? problem(400, [{ pointer: '/0', rule: 'json', detail: 'not JSON' }]) : undefined);
    const answer = await hub.publisher({ chunk: { lines: 1 } }).publishFile(new Blob([`${line(1)}\n{"broken\n${line(2)}\n`]));
    expect(answer).toMatchObject({ accepted: 2, rejected: 1, results: [{ id: null, source: null, status: 'rejected' }] });
  });

  it('cuts off a line that never ends, and finds the next one', async () => {
    hub.answers = ({ body }) => (body.startsWith('"xx') ? problem(400, [{ pointer: '/0', rule: 'size', detail: 'too long' }]) : undefined);
    const answer = await hub.publisher({ chunk: { lines: 1 } }).publishFile(new Blob(['"', 'x'.repeat(3_000_000), `"\n${line(2)}\n`]));
    expect(answer).toMatchObject({ accepted: 1, rejected: 1 });
    expect(Math.max(...hub.posts.map(({ body }) => body.length))).toBeLessThan(1_100_000);
  });

  it('takes lines as they come, and reads no more than a request ahead of the hub', async () => {
    let read = 0;
    let furthest = 0;
    async function* lines(): AsyncGenerator<string> {
      while (read < 100) yield line(++read);
    }
    let acknowledged = 0;
    await hub.publisher({ chunk: { lines: 10 } }).publishLines(lines(), {
      onAcknowledged: (progress) => {
        furthest = Math.max(furthest, read - acknowledged);
        acknowledged = progress.lines;
      },
    });
    expect(hub.posts.flatMap(idsOf)).toHaveLength(100);
    expect(furthest).toBeLessThanOrEqual(21);
  });

  it('leaves out the lines that an earlier attempt delivered when they come again', async () => {
    async function* lines(): AsyncGenerator<string> {
      for (let number = 1; number <= 5; number++) yield line(number);
    }
    const resumeFrom = { lines: 3, bytes: 0, accepted: 3, duplicates: 0, rejected: 0, position: '0003' };
    expect((await hub.publisher().publishLines(lines(), { resumeFrom })).accepted).toBe(5);
    expect(hub.posts.flatMap(idsOf)).toEqual(['e-4', 'e-5']);
  });
});
