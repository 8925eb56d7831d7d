import { link, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const name = 'demo-anchor.json';

/**
 * The day from which the demonstration counts: that of the hub's first start on this data folder. It is remembered there, because a
 * demonstration with other dates would be another one under the same ids.
 */
export const demoAnchor = async (dataFolder: string, now: Date): Promise<Date> => {
  const path = join(dataFolder, name);
  const remembered = await read(path);
  if (remembered) return remembered;
  const aside = `${path}.${process.pid}`;
  await writeFile(aside, `${JSON.stringify({ anchor: now.toISOString() })}\n`);
  // Linking fails when another start was first; then its day is the one that counts.
  await link(aside, path).catch(() => undefined);
  await rm(aside);
  return (await read(path)) ?? now;
};

const read = async (path: string): Promise<Date | undefined> => {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const { anchor } = JSON.parse(text) as { anchor: string };
  return new Date(anchor);
};
