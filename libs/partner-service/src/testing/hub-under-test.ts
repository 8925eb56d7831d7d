import { Global, Module } from '@nestjs/common';
import { AccessModule, TokenVerifier, localKeys } from '@kring/access';
import type { Caller } from '@kring/access';
import { Clock, Metrics, Readiness, createHttpApp, problem, silentLog } from '@kring/platform';
import { Regions } from '@kring/regions';
import { HttpPartnerLedger } from '../ledger/http-ledger.ts';
import { PartnerLedgerController } from '../ledger/ledger.controller.ts';
import { PARTNER_LEDGER } from '../ledger/ledger.ts';
import type { PartnerLedger } from '../ledger/ledger.ts';
import { InMemoryLedger } from './in-memory-ledger.ts';
import { StoppedClock, demoRegions } from './surroundings.ts';

/** Gives tokens, knows the ones it gave, and can forget them. */
class GivenTokens extends TokenVerifier {
  private readonly given = new Map<string, Caller>();
  count = 0;

  give(clientId: string): string {
    const token = `token-${++this.count}`;
    const [, partner] = clientId.split('@');
    this.given.set(token, { kind: partner === undefined ? 'system' : 'user', subject: clientId, partner: partner ?? clientId, roles: [] });
    return token;
  }

  forget(): void {
    this.given.clear();
  }

  override async callerOf(token: string): Promise<Caller> {
    const caller = this.given.get(token);
    if (!caller) throw problem.unauthorized();
    return caller;
  }
}

/** A ledger whose answers can get lost after it did its work. */
class LossyLedger extends InMemoryLedger {
  losses = 0;

  override async write(...entry: Parameters<PartnerLedger['write']>): ReturnType<PartnerLedger['write']> {
    const receipt = await super.write(...entry);
    if (this.losses-- > 0) throw problem.unavailable('Lost on the way.', 0);
    return receipt;
  }
}

/** The hub's side of the ledger on a real port, with the troubles that a network has. */
export const hubUnderTest = async () => {
  const ledger = new LossyLedger();
  const clock = new StoppedClock('2026-03-03T08:00:00.000Z');
  const tokens = new GivenTokens({ issuer: 'urn:kring:spec', keys: localKeys({ keys: [] }), clock });
  let later = 0;

  @Global()
  @Module({
    providers: [{ provide: PARTNER_LEDGER, useValue: ledger }, { provide: Regions, useValue: await demoRegions() }, { provide: Clock, useValue: clock }],
    exports: [PARTNER_LEDGER, Regions, Clock],
  })
  class Surroundings {}

  @Module({ imports: [Surroundings, AccessModule.with(tokens)], controllers: [PartnerLedgerController] })
  class Application {}

  const app = await createHttpApp(Application, {
    log: silentLog,
    metrics: new Metrics(),
    readiness: new Readiness(),
    api: { title: 'Hub', version: '1.0.0', description: 'Under test.' },
    mount: (fastify) => {
      fastify.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) => done(null, new URLSearchParams(String(body))));
      fastify.post('/oauth/token', async (request, reply) => {
        const form = request.body as URLSearchParams;
        if (form.get('client_secret') !== 'secret' || form.get('client_id') === 'stranger') return reply.code(401).send({ error: 'invalid_client' });
        return { access_token: tokens.give(form.get('client_id') ?? ''), expires_in: 300 };
      });
      fastify.addHook('onRequest', async (request, reply) => {
        if (request.url.startsWith('/v1/ledgers/') && later-- > 0) await reply.code(503).send({ title: 'Service Unavailable', status: 503, detail: 'Later.', errors: [] });
      });
    },
  });
  await app.listen(0, '127.0.0.1');
  const url = await app.getUrl();

  return {
    clock,
    ledgerOf: (clientId: string) => new HttpPartnerLedger({ url, clock, clientId, clientSecret: 'secret', patience: { attempts: 4, firstDelay: 1, timeout: 5_000 } }),
    tokensGiven: () => tokens.count,
    forgetTokens: () => tokens.forget(),
    sayLater: (times: number) => void (later = times),
    loseAnswers: (times: number) => void (ledger.losses = times),
    close: () => app.close(),
  };
};

export type HubUnderTest = Awaited<ReturnType<typeof hubUnderTest>>;
