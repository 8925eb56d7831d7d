import { ConfigurationError } from './configuration-error.ts';
import { commandSettings, isKnownSetting, partnerServiceSettings, settings } from './settings.ts';

const prefix = 'KRING_';
/** So many letters that are wrong, missing or too many still make it the same name, misspelt. */
const mostSlips = 2;
const names = [settings, partnerServiceSettings, commandSettings].flatMap((group) => Object.keys(group));

/** The least number of letters to change, add or leave out to get from one name to the other (Levenshtein). */
const slipsBetween = (one: string, other: string): number => {
  let row = Array.from({ length: other.length + 1 }, (_, place) => place);
  for (let at = 1; at <= one.length; at++) {
    const next = [at];
    for (let place = 1; place <= other.length; place++) {
      const changed = (row[place - 1] ?? 0) + (one[at - 1] === other[place - 1] ? 0 : 1);
      next.push(Math.min(changed, (row[place] ?? 0) + 1, (next[place - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[other.length] ?? 0;
};

/**
 * Names that begin as a setting does and are none. Others may use the prefix too, as Kubernetes does for a service called
 * kring, so they are only told. @throws ConfigurationError for one that is a setting misspelt: the hub would start without it
 */
export const unknownSettings = (environment: Readonly<Record<string, string | undefined>>): readonly string[] => {
  const unknown = Object.keys(environment).filter((name) => name.startsWith(prefix) && environment[name] !== '' && !isKnownSetting(name));
  for (const name of unknown) {
    const meant = names.find((one) => slipsBetween(name, one) <= mostSlips);
    if (meant !== undefined) throw new ConfigurationError(name, `is no setting; ${meant} is. Rename it, or unset it`);
  }
  return unknown;
};
