import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startHub, type RunningHub } from '../support/hub.ts';
import { hookMs } from './story.ts';

/** Lines in one request. KRING_TEST_LINES makes it longer: ten million is the first upload of a large city. */
const lines = Number(process.env['KRING_TEST_LINES'] ?? 200_000);
/** After so many lines the upload repeats itself, as that of a back office does that sends its whole table every night. */
const distinct = 20_000;
const badEvery = 1_000;
const households = 1_000;

const event = (number: number): string => {
  const data = { household: { address: { postcode: '1611QC', houseNumber: 1 + (number % households) } }, occurredAt: '2025-02-01T10:00:00Z', legalBasis: 'zvw', purpose: 'involvement' };
  const involvement = { ...data, involvementId: `i-${number % households}`, professional: { id: 'w-1', name: 'Wijkwerker', role: 'district-nurse' }, level: 'basic-team', domain: 'care' };
  const [type, told] = number < households ? ['nl.kring.involvements.started.v1', involvement] : ['nl.kring.involvements.confirmed.v1', { ...data, involvementId: `i-${number % households}` }];
  return JSON.stringify({ specversion: '1.0', id: `long-${number}`, source: 'urn:nld:kvknr:90000012:systeem:kring-demo', type, time: '2025-02-01T10:00:00Z', datacontenttype: 'application/json', data: told });
};

const isBad = (number: number): boolean => number % badEvery === badEvery - 1;

/** Written as it is read, so that neither side ever holds the whole. */
const upload = (): ReadableStream<Uint8Array> => {
  const encoder = new TextEncoder();
  let number = 0;
  return new ReadableStream({
    pull: (controller) => {
      const block: string[] = [];
      for (; block.length < 500 && number < lines; number++) block.push(isBad(number) ? '{"broken":' : event(number % distinct));
      if (block.length > 0) controller.enqueue(encoder.encode(`${block.join('\n')}\n`));
      if (number >= lines) controller.close();
    },
  });
};

const memory = async (hub: RunningHub): Promise<number> => Number(/^process_resident_memory_bytes (\S+)$/m.exec(await (await fetch(`${hub.url}/metrics`)).text())?.[1] ?? Number.NaN);
const mostGrowth = 700 * 2 ** 20;

describe('a very long upload', () => {
  let hub: RunningHub;
  beforeAll(async () => { hub = await startHub({ env: { KRING_DEMO: 'false' } }); }, hookMs);
  afterAll(() => hub?.stop(), hookMs);

  it('is taken in one request, each line judged by itself, in bounded memory', async () => {
    const before = await memory(hub);
    const headers = { authorization: `Bearer ${await hub.token('omring')}`, 'content-type': 'application/x-ndjson' };
    const response = await fetch(`${hub.url}/v1/events`, { method: 'POST', headers, body: upload(), duplex: 'half' } as RequestInit);
    const answer = (await response.json()) as { accepted: number; duplicates: number; rejected: number; results: { status: string }[] };
    const rejected = Math.floor(lines / badEvery);
    const accepted = Math.min(lines, distinct) - Math.floor(Math.min(lines, distinct) / badEvery);
    expect([response.status, answer.accepted, answer.duplicates, answer.rejected]).toEqual([202, accepted, lines - accepted - rejected, rejected]);
    expect(answer.results.every(({ status }) => status !== 'accepted')).toBe(true);
    expect((await memory(hub)) - before).toBeLessThan(mostGrowth);
  }, Math.max(120_000, lines));
});
