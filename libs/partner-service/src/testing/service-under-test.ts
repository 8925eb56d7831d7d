import type { Type } from '@nestjs/common';
import { TokenVerifier, localKeys } from '@kring/access';
import type { Caller } from '@kring/access';
import { Metrics, Readiness, problem, silentLog } from '@kring/platform';
import type { PartnerLedger } from '../ledger/ledger.ts';
import { partnerServiceApp } from '../process/partner-service-app.ts';
import { InMemoryLedger } from './in-memory-ledger.ts';
import { StoppedClock, demoRegions } from './surroundings.ts';

/** Tokens that say who they are: `system omring`, or `user nurse@omring district-nurse`. */
class PlainTokens extends TokenVerifier {
  override async callerOf(token: string): Promise<Caller> {
    const [kind, name = '', ...roles] = Buffer.from(token, 'base64url').toString().split(' ');
    if (kind === 'system') return { kind, subject: name, partner: name, roles: ['system'] };
    if (kind === 'user') return { kind, subject: name, partner: name.split('@')[1] ?? null, roles };
    throw problem.unauthorized();
  }
}

export type Answer = { readonly status: number; readonly body: Record<string, unknown>; readonly etag: string | undefined };
export type Sender = { readonly as?: string; readonly idempotencyKey?: string; readonly ifMatch?: string };

/** A partner service with all of its HTTP, over a ledger in memory; its partners are those of the demonstration regions. */
export const serviceUnderTest = async (service: Type, ledger: PartnerLedger = new InMemoryLedger()) => {
  const regions = await demoRegions();
  const clock = new StoppedClock('2026-03-03T08:00:00.000Z');
  const verifier = new PlainTokens({ issuer: 'urn:kring:spec', keys: localKeys({ keys: [] }), clock });

  const http = { log: silentLog, metrics: new Metrics(), readiness: new Readiness(), api: { title: 'Partner service', version: '1.0.0', description: 'Under test.' } };
  const app = await partnerServiceApp({ service, ledger, regions, clock, verifier, http });

  /** Sends as the system of the partner in the path, unless the sender says who. */
  const post = async (path: string, body: object, { as, idempotencyKey, ifMatch }: Sender = {}): Promise<Answer> => {
    const sender = as ?? `system ${path.split('/')[2]}`;
    const headers = {
      authorization: `Bearer ${Buffer.from(sender).toString('base64url')}`,
      ...(idempotencyKey && { 'idempotency-key': idempotencyKey }),
      ...(ifMatch && { 'if-match': ifMatch }),
    };
    const answer = await app.inject({ method: 'POST', url: path, headers, payload: body });
    return { status: answer.statusCode, body: answer.json(), etag: answer.headers.etag };
  };

  return { post, ledger, clock, regions, app, close: () => app.close() };
};

export type ServiceUnderTest = Awaited<ReturnType<typeof serviceUnderTest>>;
