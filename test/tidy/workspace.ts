import { readFileSync, readdirSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** What is made, installed or kept by a tool is no part of what is written here. */
const isPassedOver = (name: string): boolean => ['node_modules', 'dist', 'coverage'].includes(name) || (name.startsWith('.') && !['.ci', '.gitignore'].includes(name));

const walk = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (isPassedOver(entry.name)) return [];
    if (entry.isDirectory()) return walk(path);
    return entry.isFile() ? [relative(root, path)] : [];
  });

/** Every file that is written here, by its path from the root. */
export const files: readonly string[] = walk(root).toSorted();

export const textOf = (file: string): string => readFileSync(join(root, file), 'utf8');

export type Manifest = {
  readonly name: string;
  readonly nx?: { readonly tags?: readonly string[] };
  readonly bin?: Readonly<Record<string, string>>;
  readonly exports?: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
  readonly scripts?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
};

/** A package of the workspace; the root, with its tests and scripts, is one too. */
export type Project = { readonly folder: string; readonly manifest: Manifest; readonly files: readonly string[] };

const folders = files.filter((file) => basename(file) === 'package.json').map(dirname);

/** Each file belongs to the innermost package around it. */
const ownerOf = (file: string): string =>
  folders.filter((folder) => folder === '.' || file.startsWith(`${folder}/`)).toSorted((one, other) => other.length - one.length)[0] ?? '.';

const owned = Map.groupBy(files, ownerOf);

export const projects: readonly Project[] = folders.map((folder) => ({
  folder,
  manifest: JSON.parse(textOf(join(folder, 'package.json'))) as Manifest,
  files: owned.get(folder) ?? [],
}));

export const isCode = (file: string): boolean => /\.(?:ts|tsx|mjs)$/.test(file);

/** What only proves the code: specs, and what specs alone are given. */
export const isProof = (file: string): boolean => /\.spec\.tsx?$|\/testing\/|\/conformance|^test\/|\/samples\//.test(file);
