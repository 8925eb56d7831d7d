// A server of the same circle API over a copy of a hub's data, with an access log that keeps nothing. Tells its port when it listens.
import { generateKeyPairSync, sign } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AccessModule, TokenVerifier, hubAudience, localKeys, type AccessLog } from '@kring/access';
import { openEmbeddedEventStore } from '@kring/event-store-embedded';
import { HouseholdApiModule } from '@kring/household-api';
import { loadOrCreateMasterKey, openEmbeddedKeyStore } from '@kring/key-store-embedded';
import { Metrics, Readiness, SystemClock, createHttpApp, silentLog } from '@kring/platform';
import { HouseholdProjection } from '@kring/projection';
import { HouseholdView, runProjection } from '@kring/projection-runtime';
import { loadRegions } from '@kring/regions';
import { Sealer } from '@kring/sealing';
import { openEmbeddedViewStore } from '@kring/view-store-embedded';
import { serveForBench } from '../load/bench-server.ts';

const issuer = 'http://bench.invalid';
const keyId = 'bench';
const hourSeconds = 3_600;

const encoded = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');

/** A token of a partner's system as the hub's own provider gives it, and the keys to verify it with. */
const tokenFor = (partner: string) => {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const now = Math.floor(Date.now() / 1_000);
  const claims = { iss: issuer, aud: hubAudience, sub: partner, client_id: partner, kring_partner: partner, kring_roles: ['system'], iat: now, exp: now + 24 * hourSeconds };
  const text = `${encoded({ alg: 'ES256', typ: 'at+jwt', kid: keyId })}.${encoded(claims)}`;
  const signature = sign('sha256', Buffer.from(text), { key: privateKey, dsaEncoding: 'ieee-p1363' }).toString('base64url');
  return { token: `${text}.${signature}`, keys: localKeys({ keys: [{ ...publicKey.export({ format: 'jwk' }), kid: keyId, alg: 'ES256', use: 'sig' }] } as Parameters<typeof localKeys>[0]) };
};

/** Keeps nothing: what the log costs is the difference. */
const withoutLog = { record: async () => undefined, recordDenied: async () => undefined, read: async () => [] } as unknown as AccessLog;
const nobody = async (): Promise<readonly string[]> => [];

await serveForBench(async ({ data, householdId, partner }) => {
  const clock = new SystemClock();
  const regions = await loadRegions(fileURLToPath(new URL('../../../deploy/regions', import.meta.url)));
  const eventStore = await openEmbeddedEventStore({ file: join(data, 'events.db'), now: () => clock.now() });
  const viewStore = await openEmbeddedViewStore({ file: join(data, 'views.db') });
  const keyStore = await openEmbeddedKeyStore({ file: join(data, 'keys.db'), masterKey: loadOrCreateMasterKey(join(data, 'master.key')) });
  const projection = runProjection(new HouseholdProjection({ regions, now: () => clock.now() }), { eventStore, viewStore, clock });
  await projection.whenCaughtUp();
  const { token, keys } = tokenFor(partner);
  const verifier = new TokenVerifier({ issuer, keys, clock });
  const index = { byBsn: nobody, byAddress: nobody, byPerson: nobody };
  const api = HouseholdApiModule.over({ view: new HouseholdView(viewStore), progress: projection, index, keyStore, sealer: await Sealer.over(keyStore), regions, clock, accessLog: withoutLog, verifier });
  class Served {}
  const module = { module: Served, imports: [AccessModule.with(verifier), api] };
  const app = await createHttpApp(module, { log: silentLog, metrics: new Metrics(), readiness: new Readiness(), api: { title: 'Circles', version: '1.0.0', description: 'For the bench.' } });
  await app.listen(0, '127.0.0.1');
  return { port: Number(new URL(await app.getUrl()).port), path: `/v1/households/${householdId}/circle`, headers: { authorization: `Bearer ${token}`, 'processing-activity': 'coordination' } };
});
