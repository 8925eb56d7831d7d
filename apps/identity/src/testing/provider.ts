import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fastify from 'fastify';
import { createLocalJWKSet, jwtVerify } from 'jose';
import type { JWTPayload } from 'jose';
import { hubAudience } from '@kring/access';
import { SystemClock } from '@kring/platform';
import type { Clock } from '@kring/platform';
import { loadRegions } from '@kring/regions';
import type { Regions } from '@kring/regions';
import { mountIdentity } from '../mount-identity.ts';
import type { Identity } from '../mount-identity.ts';

export type Answer = { readonly status: number; readonly json: Readonly<Record<string, string | number>> };

/** The provider on a port of its own, as the specs speak to it. */
export type RunningProvider = {
  readonly base: string;
  readonly identity: Identity;
  /** Asks the token endpoint. */
  readonly token: (fields: Record<string, string>, headers?: Record<string, string>) => Promise<Answer>;
  /** The claims of a token, when it is one of this provider for the hub. */
  readonly verified: (token: unknown) => Promise<JWTPayload>;
  readonly stop: () => Promise<void>;
};

const freePort = () => new Promise<number>((resolve) => {
  const probe = createServer().listen(0, '127.0.0.1', () => {
    const { port } = probe.address() as AddressInfo;
    probe.close(() => resolve(port));
  });
});

export const shippedRegions = (): Promise<Regions> => loadRegions(join(import.meta.dirname, '../../../../deploy/regions'));

export const emptyFolder = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'kring-identity-'));
  return { folder, remove: () => rm(folder, { recursive: true }) };
};

export const startProvider = async (dataFolder: string, clock: Clock = new SystemClock()): Promise<RunningProvider> => {
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  const server = fastify({ forceCloseConnections: true });
  const identity = await mountIdentity(server, { issuer: base, regions: await shippedRegions(), dataFolder, clock, production: false });
  await server.listen({ port, host: '127.0.0.1' });
  return {
    base,
    identity,
    token: async (fields, headers = {}) => {
      const answer = await fetch(`${base}/oauth/token`, { method: 'POST', headers, body: new URLSearchParams(fields) });
      return { status: answer.status, json: (await answer.json()) as Answer['json'] };
    },
    verified: async (token) => (await jwtVerify(String(token), createLocalJWKSet(identity.keys), { issuer: base, audience: hubAudience })).payload,
    stop: () => server.close(),
  };
};
