import { ConfigurationError, configurationFrom, describeError, openLog, tellUnknown } from '@kring/platform';
import { startHub } from './hub.ts';

/** How long an orderly stop may take before the process ends anyway: everything acknowledged is on disk already. */
const patienceMs = 10_000;

const configuration = (() => {
  try {
    return configurationFrom(process.env);
  } catch (error) {
    process.stderr.write(`kring: ${error instanceof ConfigurationError ? error.message : describeError(error)}\n`);
    process.exit(2);
  }
})();
const log = openLog(configuration.KRING_LOG_LEVEL, configuration.KRING_LOG_FORMAT);
tellUnknown(configuration, log);

try {
  const started = performance.now();
  const hub = await startHub(configuration, log);
  log.info('Kring is open', { url: hub.url, ms: Math.round(performance.now() - started) });
  const stop = (): void => {
    setTimeout(() => process.exit(1), patienceMs).unref();
    void hub.stop().then(() => process.exit(0), () => process.exit(1));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
} catch (error) {
  const told = error instanceof ConfigurationError || (error instanceof Error && ['RegionFilesInvalid', 'DatabaseUnusable', 'WrongMasterKey'].includes(error.name));
  log.error('the hub could not start', { why: told ? (error as Error).message : log.describe(error) });
  process.exit(1);
}
