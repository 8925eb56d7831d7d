import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startHub, type RunningHub } from '../support/hub.ts';
import { hookMs } from './story.ts';

const source = 'urn:nld:kvknr:90000012:systeem:kring-demo';
const supporterAdded = 'nl.kring.supporters.added.v1';
const address = { postcode: '1611QD', houseNumber: 901 };
const hoursAhead = (hours: number): string => new Date(Date.now() + hours * 3_600_000).toISOString();

/** What Omring sends when nothing is wrong with it. */
const good = (id: string, change: object = {}, envelope: object = {}) => ({
  specversion: '1.0', id, source, type: supporterAdded, time: '2025-02-01T10:00:00Z', datacontenttype: 'application/json',
  data: { household: { address }, occurredAt: '2025-02-01T10:00:00Z', legalBasis: 'zvw', purpose: 'involvement', supporterId: id, kind: 'neighbour', label: 'buurman', agreed: true, ...change },
  ...envelope,
});

type ProblemBody = { type: string; title: string; status: number; errors: { pointer: string; rule: string; detail: string }[] };
type Answer = { status: number; mediaType: string; text: string; problem: ProblemBody; body: { accepted: number; duplicates: number; rejected: number; results: { id: string; status: string; problem?: ProblemBody }[] } };

describe('what a back office gets wrong', () => {
  let hub: RunningHub;
  beforeAll(async () => { hub = await startHub({ env: { KRING_DEMO: 'false' } }); }, hookMs);
  afterAll(() => hub?.stop(), hookMs);

  const send = async (body: string, mediaType: string, partner = 'omring'): Promise<Answer> => {
    const headers = { authorization: `Bearer ${await hub.token(partner)}`, 'content-type': mediaType };
    const response = await fetch(`${hub.url}/v1/events`, { method: 'POST', headers, body });
    const text = await response.text();
    const json = JSON.parse(text) as unknown;
    return { status: response.status, mediaType: response.headers.get('content-type') ?? '', text, problem: json as ProblemBody, body: json as Answer['body'] };
  };
  const one = (event: unknown, partner?: string) => send(JSON.stringify(event), 'application/cloudevents+json', partner);
  const batch = (...events: unknown[]) => send(JSON.stringify(events), 'application/cloudevents-batch+json');
  const errorsOf = ({ problem }: Answer): [string, string][] => problem.errors.map(({ pointer, rule }) => [pointer, rule]);
  const expectProblem = (answer: Answer, status: number): void => {
    expect(answer.status).toBe(status);
    expect(answer.mediaType).toContain('application/problem+json');
    expect(answer.problem).toMatchObject({ status, title: expect.any(String) });
  };

  it('a body that is no JSON', async () => {
    for (const mediaType of ['application/cloudevents+json', 'application/cloudevents-batch+json']) expectProblem(await send('[{', mediaType), 400);
  });

  it('a media type that the hub does not take', async () => expectProblem(await send('a;b', 'text/csv'), 415));

  it('no token, or one that is not ours', async () => {
    for (const authorization of ['', 'Bearer nonsense']) {
      const response = await fetch(`${hub.url}/v1/events`, { method: 'POST', body: '[]', headers: { 'content-type': 'application/cloudevents-batch+json', authorization } });
      expect(response.status).toBe(401);
      expect(response.headers.get('content-type')).toContain('application/problem+json');
    }
  });

  it.each<[string, unknown, string, string]>([
    ['a type that is not in the catalogue', good('t-1', {}, { type: 'nl.kring.nothing.happened.v1' }), '/type', 'unknown-type'],
    ['a field that the contract does not have', good('f-1', { nonsense: 1 }), '/data/nonsense', 'unknown-field'],
    ["another partner's source", good('s-1', {}, { source: 'urn:nld:kvknr:90000013:systeem:kring-demo' }), '/source', 'foreign-source'],
    ['a BSN that fails the 11-test', good('b-1', { household: { bsn: '123456789' } }), '/data/household/bsn', 'bsn-eleven-test'],
    ['what happens the day after tomorrow', good('d-1', { occurredAt: hoursAhead(48) }), '/data/occurredAt', 'occurred-in-the-future'],
  ])('%s is rejected, with the place and the rule', async (_, event, pointer, rule) => {
    const answer = await one(event);
    expectProblem(answer, 400);
    expect(errorsOf(answer)).toContainEqual([pointer, rule]);
    expect(answer.problem.errors.every(({ detail }) => detail.length > 0)).toBe(true);
  });

  it('an event of tomorrow is taken: clocks differ, and so do time zones', async () => {
    expect((await one(good('d-2', { occurredAt: hoursAhead(20) }))).status).toBe(202);
  });

  it('names everything that is wrong at once', async () => {
    const answer = await one({ ...good('e-1', { agreed: 'yes', kind: 'stranger', extra: true }), source: 'here' });
    expect(errorsOf(answer).map(([pointer]) => pointer).sort()).toEqual(['/data/agreed', '/data/extra', '/data/kind', '/source']);
  });

  it('never repeats what may be about someone', async () => {
    const answer = await one(good('p-1', { household: { bsn: '123456789' }, label: { name: 'Truus Blokker' } }));
    expect(answer.status).toBe(400);
    expect(answer.text).not.toMatch(/123456789|Truus/);
  });

  it("another partner's organisation takes a delegation", async () => {
    const involvement = (organisation: string) => ({ ...good(`o-${organisation}`), type: 'nl.kring.involvements.started.v1', data: {
      household: { address }, occurredAt: '2025-02-01T10:00:00Z', legalBasis: 'wmo', purpose: 'involvement', involvementId: `o-${organisation}`, organisation, level: 'neighbourhood', domain: 'welfare', professional: { id: 'x', name: 'Iemand', role: 'district-nurse' } } });
    const refused = await one(involvement('de-woonschakel'));
    expectProblem(refused, 400);
    expect(errorsOf(refused)).toEqual([['/data/organisation', 'organisation-not-delegated']]);
    const delegated = { ...involvement('gemeente-stede-broec'), source: 'urn:nld:kvknr:90000011:systeem:kring-demo' };
    expect((await one(delegated, 'ons-stede-broec')).status).toBe(202);
  });

  it('a partner cannot say what only the gemeente may', async () => {
    const registration = { ...good('g-1'), type: 'nl.kring.households.registered.v1', data: { household: { address }, occurredAt: '2025-02-01T10:00:00Z', legalBasis: 'wmo', purpose: 'involvement', members: [{ name: 'Iemand', relation: 'head' }], address, area: 'princenhof', addressKind: 'dwelling' } };
    const answer = await one(registration);
    expectProblem(answer, 400);
    expect(errorsOf(answer)[0]).toEqual(['/type', 'publisher-not-allowed']);
  });

  it('an event of 70 KB', async () => {
    const large = good('l-1', { label: 'x'.repeat(70_000) });
    expect([400, 413]).toContain((await one(large)).status);
    const among = await batch(good('l-2'), large);
    expect([among.status, among.body.results.map(({ status }) => status)]).toEqual([202, ['accepted', 'rejected']]);
    const line = await send(`${JSON.stringify(good('l-3'))}\n${JSON.stringify(large)}\n`, 'application/x-ndjson');
    expect(line.body).toMatchObject({ accepted: 1, rejected: 1 });
  });

  it('one that is rejected keeps none of the others out', async () => {
    const answer = await batch(good('m-1'), good('m-2', { nonsense: 1 }), good('m-1'), good('m-3'));
    expect(answer.status).toBe(202);
    expect(answer.body.results.map(({ status }) => status)).toEqual(['accepted', 'rejected', 'duplicate', 'accepted']);
    expect(answer.body.results[1]?.problem?.errors).toMatchObject([{ pointer: '/data/nonsense', rule: 'unknown-field' }]);
  });

  it('when all are rejected, the pointers tell which error is of which', async () => {
    const answer = await batch(good('n-1', { nonsense: 1 }), good('n-2', { agreed: 1 }));
    expectProblem(answer, 400);
    expect(errorsOf(answer).map(([pointer]) => pointer)).toEqual(['/0/data/nonsense', '/1/data/agreed']);
  });

  it('an id that was used before for something else', async () => {
    expect((await one(good('i-1'))).status).toBe(202);
    expect((await batch(good('i-1'))).body).toMatchObject({ accepted: 0, duplicates: 1 });
    expect(errorsOf(await one(good('i-1', { label: 'iemand anders' })))).toEqual([['/id', 'event-id-reused']]);
  });

  it('what was rejected can be looked up by its publisher, and by no one else', async () => {
    await batch(good('k-1'), good('k-2', { nonsense: 1 }));
    const rejected = async (partner: string): Promise<string> => (await fetch(`${hub.url}/v1/events/rejected`, { headers: { authorization: `Bearer ${await hub.token(partner)}` } })).text();
    expect(await rejected('omring')).toContain('"k-2"');
    expect(await rejected('de-woonschakel')).not.toContain('"k-2"');
  });
});
