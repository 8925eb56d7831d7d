import { join, resolve } from 'node:path';
import { ConfigurationError } from './configuration-error.ts';
import type { LogLevel } from './log.ts';

/** One setting: its default, what it means, and how its text becomes a value. The table in the docs is made from this. */
type Setting<T> = { readonly default: string; readonly meaning: string; readonly read: (text: string, name: string) => T };

const text = (standard: string, meaning: string): Setting<string> => ({ default: standard, meaning, read: (value) => value });
const folder = (standard: string, meaning: string): Setting<string> => ({ default: standard, meaning, read: (value) => resolve(value) });
const whole = (standard: number, least: number, most: number, meaning: string): Setting<number> => ({
  default: String(standard),
  meaning,
  read: (value, name) => {
    const number = Number(value);
    if (!Number.isInteger(number) || number < least || number > most) throw new ConfigurationError(name, `must be a whole number from ${least} to ${most}`);
    return number;
  },
});
const flag = (standard: boolean, meaning: string): Setting<boolean> => ({
  default: String(standard),
  meaning,
  read: (value, name) => {
    if (value !== 'true' && value !== 'false') throw new ConfigurationError(name, 'must be true or false');
    return value === 'true';
  },
});
const oneOf = <T extends string>(standard: T, allowed: readonly T[], meaning: string): Setting<T> => ({
  default: standard,
  meaning,
  read: (value, name) => {
    if (!allowed.includes(value as T)) throw new ConfigurationError(name, `must be one of ${allowed.join(', ')}`);
    return value as T;
  },
});

export const settings = {
  KRING_PORT: whole(3000, 0, 65_535, 'TCP port of the HTTP server; 0 takes a free one'),
  KRING_HOST: text('127.0.0.1', 'address the HTTP server listens on'),
  KRING_DATA: folder('.kring', 'folder of the embedded stores and keys'),
  KRING_REGIONS: folder('deploy/regions', 'folder of region files'),
  KRING_EVENT_STORE: text('embedded:', 'event store: embedded:'),
  KRING_VIEW_STORE: text('embedded:', 'view store: embedded:'),
  KRING_MASTER_KEY_FILE: text('', 'file of the master key; empty: master.key in KRING_DATA, made at the first start'),
  KRING_OIDC_ISSUER: text('', 'OpenID issuer whose tokens are accepted; empty: the embedded demo provider'),
  KRING_PUBLIC_URL: text('', 'URL under which the outside reaches this hub; empty: http://127.0.0.1:<port>'),
  KRING_CLOCK: text('', 'RFC 3339 instant at which the clock of this process starts; refused in production'),
  KRING_DEMO: flag(true, 'publish the demo story at the start; ignored in production'),
  KRING_LOG_LEVEL: oneOf<LogLevel>('info', ['silent', 'error', 'warn', 'info', 'debug'], 'what is logged'),
  KRING_LOG_FORMAT: oneOf<'text' | 'json'>('text', ['text', 'json'], 'lines for people or for machines'),
  KRING_MAX_EVENT_BYTES: whole(65_536, 1_024, 1_048_576, 'largest event, in bytes of its JSON'),
  KRING_MAX_BATCH_BYTES: whole(8_388_608, 65_536, 268_435_456, 'largest body of a batch request, in bytes; NDJSON has no limit'),
  KRING_MAX_BATCH_EVENTS: whole(1_000, 1, 100_000, 'most events in one batch request; NDJSON has no limit'),
} as const satisfies Record<string, Setting<unknown>>;

type Settings = typeof settings;
export type SettingName = keyof Settings;
export type Environment = Readonly<Record<string, string | undefined>>;

/** Everything the process was told by its environment, checked. */
export type Configuration = { readonly [Name in SettingName]: ReturnType<Settings[Name]['read']> } & { readonly production: boolean };

/** Reads and checks all settings; throws `ConfigurationError` for the first that is wrong, or that is unknown and starts with KRING_. */
export const configurationFrom = (environment: Environment): Configuration => {
  const entries = Object.entries(settings).map(([name, setting]) => {
    const given = environment[name];
    return [name, (setting as Setting<unknown>).read(given === undefined || given === '' ? setting.default : given, name)] as const;
  });
  return { ...(Object.fromEntries(entries) as Omit<Configuration, 'production'>), production: environment['NODE_ENV'] === 'production' };
};

export const masterKeyFile = (configuration: Configuration): string =>
  configuration.KRING_MASTER_KEY_FILE === '' ? join(configuration.KRING_DATA, 'master.key') : configuration.KRING_MASTER_KEY_FILE;
