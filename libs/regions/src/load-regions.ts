import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { crossChecked } from './cross-checks.ts';
import { readHubFile, readRegionFile } from './read-file.ts';
import type { ReadFile } from './read-file.ts';
import type { RegionFile } from './region-file.ts';
import { RegionFilesInvalid } from './region-problem.ts';
import type { RegionProblem } from './region-problem.ts';
import { Regions } from './regions.ts';

const hubFileName = 'hub.yaml';
const present = <T>(item: T | null): item is T => item !== null;

/**
 * Reads every `*.yaml` of the folder: `hub.yaml` (may be absent) holds the accounts without a partner, each other file is a region.
 * Throws `RegionFilesInvalid` with everything that is wrong in all files at once.
 */
export const loadRegions = async (folder: string): Promise<Regions> => {
  const names = await yamlFilesIn(folder);
  const texts = await Promise.all(names.map(async (name) => ({ name, yaml: await readFile(join(folder, name), 'utf8') })));
  const readings = texts.filter(({ name }) => name !== hubFileName).map(({ name, yaml }) => readRegionFile(name, yaml));
  const hubText = texts.find(({ name }) => name === hubFileName)?.yaml ?? 'users: []';
  const hub = readHubFile(hubFileName, hubText);

  const regions: ReadFile<RegionFile>[] = readings.map(({ read }) => read).filter(present);
  const problems: RegionProblem[] = [...readings, hub].flatMap((reading) => reading.problems);
  if (problems.length === 0 && hub.read !== null) problems.push(...crossChecked(regions, hub.read));
  if (problems.length > 0 || hub.read === null) throw new RegionFilesInvalid(problems);
  return new Regions(regions.map(({ content }) => content), hub.read.content);
};

const yamlFilesIn = async (folder: string): Promise<string[]> => {
  const found = await readdir(folder).catch(() => [] as string[]);
  const names = found.filter((name) => name.endsWith('.yaml')).sort();
  if (names.every((name) => name === hubFileName)) {
    throw new RegionFilesInvalid([{ file: folder, line: null, path: '', wrong: 'holds no region file', remedy: 'let KRING_REGIONS name a folder with a <region>.yaml' }]);
  }
  return names;
};
