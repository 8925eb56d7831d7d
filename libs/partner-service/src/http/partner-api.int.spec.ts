import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Module } from '@nestjs/common';
import { DecidingModule } from '../deciding/deciding.module.ts';
import { Services } from '../deciding/services.ts';
import type { LedgerEntry, Receipt } from '../ledger/ledger.ts';
import { AnswerSignal } from '../signals/answer-signal.command.ts';
import { RaiseSignal } from '../signals/raise-signal.command.ts';
import { SignalsModule } from '../signals/signals.module.ts';
import { InMemoryLedger } from '../testing/in-memory-ledger.ts';
import { serviceUnderTest } from '../testing/service-under-test.ts';
import type { Sender, ServiceUnderTest } from '../testing/service-under-test.ts';

/** A service as small as can be: its partners raise and answer signals, nothing else. */
@Module({ imports: [DecidingModule, SignalsModule] })
class SignalService {
  constructor(services: Services) {
    services.offer({ service: 'noordermaat', legalBasis: 'wmo', commands: [RaiseSignal, AnswerSignal], alsoForVolunteers: [RaiseSignal] });
    services.offer({ service: 'gemeente', legalBasis: 'wmo', commands: [RaiseSignal], alsoForVolunteers: [] });
  }
}

const household = { bsn: '999900018' };
const lonely = { household, signalId: 's-1', kind: 'loneliness', domain: 'welfare', urgency: 'normal' };
const signal = (signalId: string) => ({ ...lonely, signalId });

/** A ledger on which someone else writes just before each of the first writes. */
class BusyLedger extends InMemoryLedger {
  constructor(private interruptions: number) {
    super();
  }

  override async write(partner: string, entry: LedgerEntry): Promise<Receipt> {
    if (this.interruptions > 0) {
      this.interruptions -= 1;
      const { revision } = await this.read(partner, entry.household);
      const events = entry.events.map(({ type, data, occurredAt }) => ({ type, data: { ...data, signalId: `other-${this.interruptions}` }, occurredAt }));
      await super.write(partner, { ...entry, events, commandId: `interruption-${this.interruptions}`, expectedRevision: revision });
    }
    return super.write(partner, entry);
  }
}

describe('the commands of a partner, over HTTP', () => {
  let service: ServiceUnderTest;
  const post = (collection: string, body: object, sender?: Sender) => service.post(`/partners/noordermaat/v1/${collection}`, body, sender);
  const events = async (partner = 'noordermaat') => (await service.ledger.read(partner, household)).events;

  beforeEach(async () => {
    service = await serviceUnderTest(SignalService);
  });
  afterEach(() => service.close());

  describe('sent twice', () => {
    it('under one Idempotency-Key are carried out once, and get the first receipt', async () => {
      const first = await post('signals', lonely, { idempotencyKey: 'key-1' });
      await post('signals', signal('s-2'));
      expect(await post('signals', lonely, { idempotencyKey: 'key-1' })).toEqual(first);
      expect(await events()).toHaveLength(2);
    });

    it('under one Idempotency-Key at the same moment are carried out once too', async () => {
      const answers = await Promise.all(Array.from({ length: 5 }, () => post('signals', lonely, { idempotencyKey: 'key-1' })));
      expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
      expect(await events()).toHaveLength(1);
    });

    it('under one Idempotency-Key with another body are refused', async () => {
      await post('signals', lonely, { idempotencyKey: 'key-1' });
      const { status, body } = await post('signals', signal('s-2'), { idempotencyKey: 'key-1' });
      expect({ status, body }).toMatchObject({ status: 400, body: { errors: [{ rule: 'idempotency-key-reused' }] } });
    });

    it('without a key change nothing either', async () => {
      await post('signals', lonely);
      expect((await post('signals', lonely)).body).toMatchObject({ events: [], revision: 0 });
    });
  });

  describe('sent at the same time as others', () => {
    it('are decided again on what the others wrote', async () => {
      const answers = await Promise.all(['s-1', 's-2', 's-3'].map((id) => post('signals', signal(id))));
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
      expect((await events()).map(({ data }) => data['signalId']).toSorted()).toEqual(['s-1', 's-2', 's-3']);
    });

    it('are told to come back when it never quiets down', async () => {
      await service.close();
      service = await serviceUnderTest(SignalService, new BusyLedger(50));
      const answer = await post('signal-answers', { household, signalId: 's-1', outcome: 'taken-up' });
      expect(answer.status).toBe(503);
    });
  });

  describe('with If-Match', () => {
    it('are carried out on the revision they rest on', async () => {
      const { etag } = await post('signals', lonely);
      expect((await post('signals', signal('s-2'), { ifMatch: etag ?? '' })).status).toBe(200);
    });

    it('are refused once more was recorded', async () => {
      const { etag } = await post('signals', lonely);
      await post('signals', signal('s-2'));
      expect((await post('signals', signal('s-3'), { ifMatch: etag ?? '' })).status).toBe(412);
    });

    it('are refused when someone else writes in between', async () => {
      await service.close();
      service = await serviceUnderTest(SignalService, new BusyLedger(1));
      expect((await post('signals', lonely, { ifMatch: '"-1"' })).status).toBe(412);
    });
  });

  describe('from', () => {
    it.each([
      ['another partner', 'noordermaat', { as: 'system mee-drenthe' }],
      ['a user of another partner', 'noordermaat', { as: 'user nurse@omring district-nurse caseworker' }],
      ['a partner of another service', 'omring', {}],
      ['a partner that nobody knows', 'nobody', {}],
      ['a partner without a service', 'politie', {}],
    ])('%s answer as if there were nothing', async (_, partner, sender) => {
      expect((await service.post(`/partners/${partner}/v1/signals`, lonely, sender)).status).toBe(404);
    });

    it('a partner whose service does not offer them answer as if there were nothing', async () => {
      const answer = { household, signalId: 's-1', outcome: 'taken-up' };
      expect((await service.post('/partners/gemeente-assen/v1/signal-answers', answer)).status).toBe(404);
    });

    it('nobody are refused', async () => {
      expect((await post('signals', lonely, { as: 'stranger' })).status).toBe(401);
    });

    it('someone who does casework for the partner are carried out', async () => {
      expect((await post('signals', lonely, { as: 'user mo@noordermaat social-worker caseworker' })).status).toBe(200);
    });

    it('someone who leads a project, and sees figures instead of cases, are refused', async () => {
      expect((await post('signals', lonely, { as: 'user joke@noordermaat project-leader' })).status).toBe(403);
    });

    it('a volunteer are taken where volunteers may, and refused where not', async () => {
      const volunteer = { as: 'user ans@noordermaat volunteer' };
      expect((await post('signals', lonely, volunteer)).status).toBe(200);
      expect((await post('signal-answers', { household, signalId: 's-1', outcome: 'no-action' }, volunteer)).status).toBe(403);
    });
  });

  describe('on behalf of another partner', () => {
    it('are carried out in its name where it delegated that', async () => {
      const { status } = await service.post('/partners/ons-stede-broec/v1/signals', { ...lonely, onBehalfOf: 'gemeente-stede-broec' });
      expect(status).toBe(200);
      expect(await events('gemeente-stede-broec')).toHaveLength(1);
      expect(await events('ons-stede-broec')).toEqual([]);
    });

    it('are refused where it did not', async () => {
      expect((await service.post('/partners/ons-stede-broec/v1/signals', { ...lonely, onBehalfOf: 'gemeente-assen' })).status).toBe(403);
    });
  });

  describe('lead to events', () => {
    it('that say what the command left out: now, the ground of the service, the purpose of such events, the partner\'s own sensitivity', async () => {
      await post('signals', lonely);
      const [event] = await events();
      expect(event).toMatchObject({ occurredAt: '2026-03-03T08:00:00.000Z', data: { legalBasis: 'wmo', purpose: 'signalling', sensitivity: 'normal' } });
    });

    it('that keep what the command did say', async () => {
      await post('signals', { ...lonely, occurredAt: '2026-03-01T12:00:00+01:00', legalBasis: 'vital-interest', purpose: 'coordination', sensitivity: 'hidden' });
      const [event] = await events();
      expect(event).toMatchObject({ occurredAt: '2026-03-01T11:00:00.000Z', data: { legalBasis: 'vital-interest', purpose: 'coordination', sensitivity: 'hidden' } });
    });

    it('of which none lies more than a day ahead', async () => {
      const { status, body } = await post('signals', { ...lonely, occurredAt: '2026-03-04T08:00:01Z' });
      expect({ status, body }).toMatchObject({ status: 400, body: { errors: [{ pointer: '/occurredAt', rule: 'occurred-in-the-future' }] } });
    });
  });

  it('refuses a body that says how it came in', async () => {
    const { status, body } = await post('signals', { ...lonely, issue: { caller: { partner: 'gemeente-assen' } } });
    expect({ status, body }).toMatchObject({ status: 400, body: { errors: [{ pointer: '/issue', rule: 'unknown-field' }] } });
  });
});
