import fastify from 'fastify';
import { clockFrom, configurationFrom, openLog } from '@kring/platform';
import { loadRegions } from '@kring/regions';
import { mountIdentity } from './mount-identity.ts';

/** The demonstration provider as a process of its own, for a hub whose services each run apart. */
const configuration = configurationFrom(process.env);
const { KRING_CLOCK, KRING_DATA, KRING_HOST, KRING_LOG_FORMAT, KRING_LOG_LEVEL, KRING_PORT, KRING_PUBLIC_URL, KRING_REGIONS, production } = configuration;
const log = openLog(KRING_LOG_LEVEL, KRING_LOG_FORMAT);
const issuer = KRING_PUBLIC_URL === '' ? `http://127.0.0.1:${KRING_PORT}` : KRING_PUBLIC_URL;

const server = fastify({ forceCloseConnections: true });
await mountIdentity(server, { issuer, regions: await loadRegions(KRING_REGIONS), dataFolder: KRING_DATA, clock: clockFrom(KRING_CLOCK, production), production });
await server.listen({ port: KRING_PORT, host: KRING_HOST });
log.info('identity provider listens', { issuer });
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void server.close());
