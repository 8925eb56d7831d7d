import { constants, existsSync } from 'node:fs';
import { access, statfs } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { ok, wrong, type Finding } from './finding.ts';

const oldestNode = 24;
/** A gibibyte: room for more than a million events, and time to act. */
const leastRoom = 2 ** 30;

export const nodeVersion = (version = process.versions.node): Finding =>
  Number.parseInt(version, 10) >= oldestNode
    ? ok('Node', version)
    : wrong('Node', `${version} is too old`, `run \`npm ci\`, which brings a newer one, or install Node ${oldestNode} or newer.`);

/** A folder that is not there yet is made by the hub at its first start, if the folder around it may be written. */
export const dataFolder = async (data: string, room: number = leastRoom): Promise<Finding> => {
  const folder = resolve(data);
  const nearest = nearestExisting(folder);
  const writable = await access(nearest, constants.W_OK | constants.X_OK).then(() => true, () => false);
  if (!writable) return wrong('data folder', `${folder} cannot be written`, 'give this user the right to write there, or choose another folder with KRING_DATA.');
  const { bavail, bsize } = await statfs(nearest);
  const free = bavail * bsize;
  if (free < room) return wrong('data folder', `${folder} has ${mebibytes(free)} MiB left`, `make room: at least ${mebibytes(room)} MiB should be free.`);
  return ok('data folder', `${folder} can be written, ${mebibytes(free)} MiB free${nearest === folder ? '' : ' (made at the first start)'}`);
};

const nearestExisting = (folder: string): string => (existsSync(folder) || dirname(folder) === folder ? folder : nearestExisting(dirname(folder)));
const mebibytes = (bytes: number): number => Math.floor(bytes / 2 ** 20);
