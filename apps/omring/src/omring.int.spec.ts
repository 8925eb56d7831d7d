import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { hubUnderTest, serviceUnderTest } from '@kring/partner-service/testing';
import type { ServiceUnderTest } from '@kring/partner-service/testing';
import { OmringModule } from './omring.module.ts';

const household = { bsn: '999900018' };
const nurse = { id: 'anke', name: 'Anke de Wit', role: 'district-nurse', phone: '06-12345678' };
const careFile = { household, involvementId: 'care-1', professional: nurse };
const visit = { household, visitId: 'visit-1', startsAt: '2026-03-04T08:00:00Z', endsAt: '2026-03-04T08:30:00Z', professional: nurse };

describe('the service of Omring, over HTTP', () => {
  let omring: ServiceUnderTest;
  const post = (collection: string, body: object, sender = {}) => omring.post(`/partners/omring/v1/${collection}`, body, sender);
  const told = async () => (await omring.ledger.read('omring', household)).events;

  beforeEach(async () => {
    omring = await serviceUnderTest(OmringModule);
  });
  afterEach(() => omring.close());

  it('opens a care file under the law and purpose of home care', async () => {
    const { status, body, etag } = await post('care-files', careFile);
    expect({ status, body, etag }).toMatchObject({ status: 200, body: { revision: 0, events: [{ type: 'nl.kring.involvements.started.v1' }] }, etag: '"0"' });
    expect((await told())[0]?.data).toMatchObject({ level: 'basic-team', domain: 'care', legalBasis: 'zvw', purpose: 'involvement', sensitivity: 'normal' });
  });

  it('plans, moves, cancels and closes', async () => {
    await post('care-files', careFile);
    await post('visits', visit);
    await post('visits', { ...visit, visitId: 'visit-2', startsAt: '2026-03-05T08:00:00Z', endsAt: '2026-03-05T08:30:00Z' });
    await post('visit-moves', { household, visitId: 'visit-1', startsAt: '2026-03-04T12:00:00Z', endsAt: '2026-03-04T12:30:00Z' });
    await post('visit-completions', { household, visitId: 'visit-1' });
    const { body } = await post('care-file-closures', { household, involvementId: 'care-1', reason: 'completed' });
    expect(body).toMatchObject({ revision: 6, events: [{ type: 'nl.kring.involvements.ended.v1' }, { type: 'nl.kring.visits.cancelled.v1' }] });
  });

  it('tells which rule refuses a visit, and what to do', async () => {
    const { status, body } = await post('visits', visit);
    expect(status).toBe(409);
    expect(body).toMatchObject({ detail: 'Open a care file for this household first.', errors: [{ rule: 'care-file-not-open' }] });
  });

  it('points at what is wrong in a body', async () => {
    const { status, body } = await post('care-files', { ...careFile, professional: { id: 'anke', role: 'district-nurse' }, diagnosis: 'none of our business' });
    expect(status).toBe(400);
    expect((body['errors'] as { pointer: string }[]).map(({ pointer }) => pointer).toSorted()).toEqual(['/diagnosis', '/professional/name']);
  });

  it('answers "sent twice" with nothing new', async () => {
    await post('care-files', careFile);
    expect((await post('care-files', careFile)).body).toMatchObject({ revision: 0, events: [] });
  });
});

describe('the service of Omring as a process of its own', () => {
  it('decides by itself, and records at the hub', async () => {
    const hub = await hubUnderTest();
    const omring = await serviceUnderTest(OmringModule, hub.ledgerOf('omring'));
    try {
      const key = { idempotencyKey: 'back-office-1' };
      const opened = await omring.post('/partners/omring/v1/care-files', careFile, key);
      expect(opened).toMatchObject({ status: 200, etag: '"0"' });
      expect(await omring.post('/partners/omring/v1/care-files', careFile, key)).toEqual(opened);
      expect((await omring.post('/partners/omring/v1/visits', visit, { ifMatch: '"0"' })).status).toBe(200);
      expect((await omring.post('/partners/omring/v1/visit-cancellations', { household, visitId: 'visit-1' }, { ifMatch: '"0"' })).status).toBe(412);
      expect((await hub.ledgerOf('omring').read('omring', household)).events).toHaveLength(2);
    } finally {
      await omring.close();
      await hub.close();
    }
  });
});
