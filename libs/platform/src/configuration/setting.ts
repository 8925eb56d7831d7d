import { resolve } from 'node:path';
import { ConfigurationError } from './configuration-error.ts';

/** One setting: its default, what it takes, what it means, and how its text becomes a value. */
export type Setting<T> = { readonly default: string; readonly takes: string; readonly meaning: string; readonly read: (text: string, name: string) => T };

export const text = (standard: string, meaning: string): Setting<string> => ({ default: standard, takes: 'text', meaning, read: (value) => value });

export const address = (standard: string, takes: string, meaning: string): Setting<string> => ({ default: standard, takes, meaning, read: (value) => value });

export const folder = (standard: string, meaning: string): Setting<string> => ({ default: standard, takes: 'folder', meaning, read: (value) => resolve(value) });

export const whole = (standard: number, least: number, most: number, meaning: string): Setting<number> => ({
  default: String(standard),
  takes: `${least} to ${most}`,
  meaning,
  read: (value, name) => {
    const number = Number(value);
    if (!Number.isInteger(number) || number < least || number > most) throw new ConfigurationError(name, `must be a whole number from ${least} to ${most}`);
    return number;
  },
});

export const flag = (standard: boolean, meaning: string): Setting<boolean> => ({
  default: String(standard),
  takes: 'true, false',
  meaning,
  read: (value, name) => {
    if (value !== 'true' && value !== 'false') throw new ConfigurationError(name, 'must be true or false');
    return value === 'true';
  },
});

export const oneOf = <T extends string>(standard: T, allowed: readonly T[], meaning: string): Setting<T> => ({
  default: standard,
  takes: allowed.join(', '),
  meaning,
  read: (value, name) => {
    if (!allowed.includes(value as T)) throw new ConfigurationError(name, `must be one of ${allowed.join(', ')}`);
    return value as T;
  },
});
