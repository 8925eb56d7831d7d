import { ConfigurationError, clockFrom, configurationFrom, describeError, silentLog } from '@kring/platform';
import { loadRegions } from '@kring/regions';
import { rebuildOffline, type OfflineErrand } from './offline/rebuild-offline.ts';

/** One line of JSON on standard output for each thing that is told: `{ report }`, and at the end `{ ended }` or `{ failed, name }`. */
const say = (line: object): void => void process.stdout.write(`${JSON.stringify(line)}\n`);

/** Errors of which the message is meant for the operator, and quotes no data. */
const told = ['ConfigurationError', 'DatabaseUnusable', 'NothingStored', 'RebuildRefused', 'RegionFilesInvalid'];

const errand = (process.argv[2] ?? 'rebuild') as OfflineErrand;

try {
  const configuration = configurationFrom(process.env);
  const ended = await rebuildOffline(errand, {
    folder: configuration.KRING_DATA,
    regions: await loadRegions(configuration.KRING_REGIONS),
    clock: clockFrom(configuration.KRING_CLOCK, configuration.production),
    log: silentLog,
    tell: (report) => say({ report }),
  });
  say({ ended });
} catch (error) {
  const known = error instanceof ConfigurationError || (error instanceof Error && told.includes(error.name));
  say({ failed: known ? (error as Error).message : describeError(error), name: (error as Error).name });
  process.exitCode = 1;
}
