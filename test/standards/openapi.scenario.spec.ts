import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startHub, type RunningHub } from '../support/hub.ts';
import { danglingIn, operationsOf, unsaidOf, type Document } from './document.ts';
import { partnerServices, startPartnerProcess } from './partner-process.ts';
import { lint, ruleset, withoutRuleset } from './spectral.ts';

const hookMs = 240_000;
const lintMs = 60_000;

if (ruleset === null) process.stderr.write(`kring: ${withoutRuleset}\n`);
const withRuleset = ruleset === null ? it.skip : it;
const named = ['hub', ...partnerServices];

describe('the OpenAPI document', () => {
  let hub: RunningHub;
  const texts = new Map<string, string>();
  const documentOf = (name: string): Document => JSON.parse(texts.get(name) ?? '{}') as Document;
  const textOf = async (url: string): Promise<string> => (await fetch(`${url}/v1/openapi.json`)).text();

  beforeAll(async () => {
    hub = await startHub({ env: { KRING_DEMO: 'false' } });
    texts.set('hub', await textOf(hub.url));
    for (const service of partnerServices) {
      const own = await startPartnerProcess(service, hub.url);
      texts.set(service, await textOf(own.url).finally(own.stop));
    }
  }, hookMs);
  afterAll(() => hub?.stop(), hookMs);

  withRuleset('follows the NL API Design Rules, that of the hub and that of each partner service', async () => {
    const findings = await lint(texts, ruleset ?? '');
    expect(Object.fromEntries(findings)).toEqual(Object.fromEntries(named.map((name) => [name, []])));
  }, lintMs);

  it.each(named)('of %s says of every operation its name, what it does, who may call it, and every answer', (name) => {
    const document = documentOf(name);
    const operations = operationsOf(document);
    expect(operations.length).toBeGreaterThan(1);
    expect(operations.flatMap((operation) => unsaidOf(document, operation))).toEqual([]);
    const names = operations.map(({ operationId }) => operationId);
    expect(new Set(names).size).toBe(names.length);
  });

  it.each(named)('of %s refers to nothing that is not there', (name) => expect(danglingIn(documentOf(name))).toEqual([]));

  it.each(partnerServices)('of %s has its commands under the partner', (service) => {
    expect(operationsOf(documentOf(service)).filter(({ path }) => path.startsWith('/partners/{partner}/v1/')).length).toBeGreaterThan(1);
  });

  describe('of the hub', () => {
    let document: Document;
    beforeAll(() => {
      document = documentOf('hub');
    });

    it('is OpenAPI 3.1, and its server has the major version', () => {
      expect(document).toMatchObject({ openapi: expect.stringMatching(/^3\.1\./), servers: [{ url: '/v1' }] });
    });

    it('lets a back office read what it may publish', () => {
      const { schemas } = document.components;
      expect(schemas['CloudEvent']?.oneOf?.length).toBeGreaterThan(50);
      expect(schemas['VisitPlanned']).toMatchObject({ properties: { type: { const: 'nl.kring.visits.planned.v1' } }, examples: [expect.objectContaining({ specversion: '1.0' })] });
      expect(Object.keys(schemas['VisitPlannedData']?.properties ?? {})).toEqual(expect.arrayContaining(['household', 'visitId', 'startsAt', 'endsAt']));
      const publish = operationsOf(document).find(({ operationId }) => operationId === 'publishEvents');
      expect(Object.keys(publish?.requestBody?.content ?? {})).toEqual(['application/cloudevents+json', 'application/cloudevents-batch+json', 'application/x-ndjson', 'application/json']);
    });

    it('tells nobody of what is for the operator, and of the issuer, which describes itself', () => {
      expect(Object.keys(document.paths).filter((path) => /health|metrics|oauth/.test(path))).toEqual([]);
    });

    it('may be read from a page elsewhere, and nothing else may', async () => {
      const origin = { origin: 'https://elsewhere.example' };
      expect((await fetch(`${hub.url}/v1/openapi.json`, { headers: origin })).headers.get('access-control-allow-origin')).toBe('*');
      for (const path of ['/v1/alerts', '/health/live', '/']) {
        expect((await fetch(`${hub.url}${path}`, { headers: origin })).headers.get('access-control-allow-origin')).toBeNull();
      }
    });
  });
});
