import { dirname, join } from 'node:path';
import ts from 'typescript';
import { projects, textOf } from './workspace.ts';

const packageNamed = new Map(projects.map((project) => [project.manifest.name, project]));

/** Modules that a stylesheet or a page names. */
const namedInMarkup = (text: string): string[] => [...text.matchAll(/@import\s+(?:url\()?['"]([^'"]+)['"]|<(?:script|link)[^>]+(?:src|href)="([^"]+)"/g)].flatMap(([, one, other]) => one ?? other ?? []);

/** Files that are named as a URL beside the module: a process of its own, a page. */
const namedAsUrl = (text: string): string[] => [...text.matchAll(/new URL\('([^']+\.(?:ts|tsx|mjs|js|css|html))', import\.meta\.url\)/g)].flatMap(([, file]) => (file === undefined ? [] : [`./${file}`]));

/** Threads that are started beside the module. */
const namedAsThread = (text: string): string[] => [...text.matchAll(/siblingThread\(import\.meta\.url, '([^']+)'/g)].flatMap(([, name]) => (name === undefined ? [] : [`./${name}.ts`]));

const namedIn = (file: string): readonly string[] => {
  const text = textOf(file);
  if (/\.(?:css|html)$/.test(file)) return namedInMarkup(text);
  const { importedFiles } = ts.preProcessFile(text, true, true);
  return [...importedFiles.map(({ fileName }) => fileName), ...namedAsUrl(text), ...namedAsThread(text)];
};

const known = new Map<string, readonly string[]>();

/** Everything that a file names as a module. */
export const importsOf = (file: string): readonly string[] => {
  const imports = known.get(file) ?? namedIn(file);
  known.set(file, imports);
  return imports;
};

/** The package that a module comes from; null for a file beside it and for what Node itself brings. */
export const packageOf = (module: string): string | null => {
  if (/^(?:[./]|node:|virtual:)/.test(module)) return null;
  return module.split('/').slice(0, module.startsWith('@') ? 2 : 1).join('/');
};

/** The file of the workspace that a module is; undefined for one from outside. */
export const fileOf = (module: string, from: string): string | undefined => {
  if (module.startsWith('.')) return join(dirname(from), module);
  const name = packageOf(module);
  const project = name === null ? undefined : packageNamed.get(name);
  if (project === undefined || name === null) return module.startsWith('/') ? join(packageFolderOf(from), module) : undefined;
  const entry = project.manifest.exports?.[`.${module.slice(name.length)}`];
  const source = typeof entry === 'object' ? entry['@kring/source'] : entry;
  return source === undefined ? undefined : join(project.folder, source);
};

/** A page names what is beside it from the folder of its package. */
const packageFolderOf = (file: string): string => projects.find((project) => project.files.includes(file))?.folder ?? '.';
