import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { Failure } from '../failure.ts';

export type DemoAccounts = {
  readonly partners: readonly { readonly code: string; readonly clientId: string; readonly sources: readonly string[] }[];
  readonly users: readonly { readonly user: string; readonly roles: readonly string[] }[];
};

type RegionFile = { readonly partners?: readonly { code: string; sources: string[] }[]; readonly users?: readonly { user: string; roles: string[] }[] };

/** Where the region files are: as the environment says, else in the folder the command is run in, else those of this checkout. */
export const regionsFolder = (environment: Readonly<Record<string, string | undefined>>): string => {
  const given = environment['KRING_REGIONS'];
  if (given) return resolve(given);
  const here = resolve('deploy/regions');
  return existsSync(here) ? here : fileURLToPath(new URL('../../../../deploy/regions', import.meta.url));
};

/**
 * The accounts of the embedded identity provider, as the region files name them. The files are read as they are: whether
 * they are right is for the hub and `kring doctor` to say, and this answer must be quick.
 */
export const demoAccounts = (environment: Readonly<Record<string, string | undefined>>): DemoAccounts => {
  const files = regionFiles(regionsFolder(environment));
  return {
    partners: files.flatMap(({ partners = [] }) => partners.map(({ code, sources }) => ({ code, clientId: code, sources }))),
    users: files.flatMap(({ users = [] }) => users.map(({ user, roles }) => ({ user, roles }))),
  };
};

const regionFiles = (folder: string): RegionFile[] => {
  if (!existsSync(folder)) throw new Failure('there is no folder of region files; say where it is in KRING_REGIONS.');
  const names = readdirSync(folder).filter((name) => name.endsWith('.yaml')).sort();
  return names.map((name) => {
    try {
      return parse(readFileSync(join(folder, name), 'utf8')) as RegionFile;
    } catch {
      throw new Failure(`the region file ${name} cannot be read; \`kring doctor\` says what is wrong.`);
    }
  });
};
