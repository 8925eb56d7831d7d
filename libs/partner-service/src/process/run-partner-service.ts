import type { Type } from '@nestjs/common';
import { TokenVerifier, remoteKeys } from '@kring/access';
import { ConfigurationError, Metrics, Readiness, clockFrom, configurationFrom, limitsFrom, openLog, tellUnknown } from '@kring/platform';
import type { Environment, Log } from '@kring/platform';
import { loadRegions } from '@kring/regions';
import { HttpPartnerLedger } from '../ledger/http-ledger.ts';
import { hubSettingsFrom } from './hub-settings.ts';
import { partnerServiceApp } from './partner-service-app.ts';

/** How long an orderly stop may take before the process ends anyway, in milliseconds. What was answered is durable at the hub. */
const patience = 10_000;

export type PartnerServiceProcess = { readonly url: string; stop(): Promise<void> };

/** Starts a partner service as a process of its own, with the hub as its ledger and, unless another is named, as its issuer. */
export const startPartnerService = async (title: string, service: Type, environment: Environment): Promise<PartnerServiceProcess & { readonly log: Log }> => {
  const configuration = configurationFrom(environment);
  const hub = hubSettingsFrom(environment);
  const log = openLog(configuration.KRING_LOG_LEVEL, configuration.KRING_LOG_FORMAT);
  tellUnknown(configuration, log);
  const clock = clockFrom(configuration.KRING_CLOCK, configuration.production);
  const issuer = configuration.KRING_OIDC_ISSUER === '' ? hub.url : configuration.KRING_OIDC_ISSUER;
  const app = await partnerServiceApp({
    service,
    ledger: new HttpPartnerLedger({ ...hub, clock }),
    regions: await loadRegions(configuration.KRING_REGIONS),
    clock,
    verifier: new TokenVerifier({ issuer, keys: remoteKeys(issuer), clock }),
    http: { log, metrics: new Metrics(), readiness: new Readiness(), limits: limitsFrom(configuration), api: { title, version: '1.0.0', description: 'Commands of a partner; what they lead to is recorded at the hub.' } },
  });
  await app.listen(configuration.KRING_PORT, configuration.KRING_HOST);
  return { url: await app.getUrl(), log, stop: () => app.close() };
};

/** The whole life of such a process: it starts, tells where it is, and stops in order when it is asked to. */
export const runPartnerService = async (title: string, service: Type): Promise<void> => {
  try {
    const { url, log, stop } = await startPartnerService(title, service, process.env);
    log.info(`${title} is open`, { url });
    const end = (): void => {
      setTimeout(() => process.exit(1), patience).unref();
      void stop().then(() => process.exit(0), () => process.exit(1));
    };
    process.once('SIGINT', end);
    process.once('SIGTERM', end);
  } catch (error) {
    const told = error instanceof ConfigurationError || (error instanceof Error && error.name === 'RegionFilesInvalid');
    const log = openLog('error', 'text');
    log.error(`${title} could not start`, { why: told ? (error as Error).message : log.describe(error) });
    process.exitCode = 1;
  }
};
