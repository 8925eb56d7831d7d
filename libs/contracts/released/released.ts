import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import type { ReleasedType } from '../src/versions/release.ts';

const folder = new URL('./', import.meta.url);
const manifest = new URL('manifest.json', folder);
const isReleasedType = (name: string): boolean => name.startsWith('nl.kring.') && name.endsWith('.json');

const written = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** By type, the digest of the file that tells of it. */
export type Manifest = Readonly<Record<string, string>>;

/** Every type that was released, as it was released last. */
export const releasedTypes = (): ReleasedType[] =>
  readdirSync(folder).filter(isReleasedType).sort().map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as ReleasedType);

export const releasedManifest = (): Manifest => (existsSync(manifest) ? (JSON.parse(readFileSync(manifest, 'utf8')) as Manifest) : {});

/** The manifest as the files say it should be. */
export const manifestOf = (released: readonly ReleasedType[]): Manifest =>
  Object.fromEntries(released.map((one) => [one.type, digestOf(written(one))] as const).sort(([one], [other]) => (one < other ? -1 : 1)));

export const writeRelease = (released: readonly ReleasedType[]): void => {
  for (const one of released) writeFileSync(new URL(`${one.type}.json`, folder), written(one));
  writeFileSync(manifest, written(manifestOf(released)));
};
