import { existsSync } from 'node:fs';
import { regionsFolder } from '../token/demo-accounts.ts';
import { ok, wrong, type Finding } from './finding.ts';

export const regionFiles = async (environment: Readonly<Record<string, string | undefined>>): Promise<Finding> => {
  const folder = regionsFolder(environment);
  if (!existsSync(folder)) return wrong('regions', `${folder} is not there`, 'say where the region files are in KRING_REGIONS.');
  const { loadRegions } = await import('@kring/regions');
  try {
    const { partners } = await loadRegions(folder);
    return ok('regions', `${folder} is valid, ${partners.length} partners`);
  } catch (error) {
    return wrong('regions', String((error as Error).message), 'correct the file; the hub does not start with it as it is.');
  }
};
