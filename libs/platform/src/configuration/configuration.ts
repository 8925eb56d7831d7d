import { join } from 'node:path';
import type { Log } from '../log.ts';
import { unknownSettings } from './misspelt.ts';
import type { Setting } from './setting.ts';
import { settings } from './settings.ts';

type Settings = typeof settings;
export type SettingName = keyof Settings;
export type Environment = Readonly<Record<string, string | undefined>>;

/** Everything the process was told by its environment, checked. */
export type Configuration = { readonly [Name in SettingName]: ReturnType<Settings[Name]['read']> } & {
  readonly production: boolean;
  /** Names that begin with KRING_ and mean nothing here. */
  readonly unknown: readonly string[];
};

/** Reads and checks all settings; throws `ConfigurationError` for the first that is wrong, or whose name is nearly that of a setting. */
export const configurationFrom = (environment: Environment): Configuration => {
  const unknown = unknownSettings(environment);
  const entries = Object.entries(settings).map(([name, setting]) => {
    const given = environment[name];
    return [name, (setting as Setting<unknown>).read(given === undefined || given === '' ? setting.default : given, name)] as const;
  });
  const read = Object.fromEntries(entries) as { [Name in SettingName]: ReturnType<Settings[Name]['read']> };
  return { ...read, production: environment['NODE_ENV'] === 'production', unknown };
};

/** Says which names were passed over, so that nobody believes that they did something. */
export const tellUnknown = ({ unknown }: Configuration, log: Log): void => {
  for (const name of unknown) log.warn('this name is no setting and was passed over', { name });
};

export const masterKeyFile = (configuration: Configuration): string =>
  configuration.KRING_MASTER_KEY_FILE === '' ? join(configuration.KRING_DATA, 'master.key') : configuration.KRING_MASTER_KEY_FILE;
