import { basename, join } from 'node:path';
import { fileOf, importsOf } from './imports.ts';
import { files, isCode, isProof, projects, textOf } from './workspace.ts';
import type { Project } from './workspace.ts';

/** What tools load by its name. */
const byName = new Set(['vite.config.ts', 'jest.config.mjs', 'jest.setup.mjs', 'jest.setup.after-env.mjs', 'eslint.config.mjs']);

const namedIn = ({ manifest: { exports = {}, bin = {}, scripts = {} } }: Project): readonly string[] => [
  ...Object.values(exports).flatMap((entry) => (typeof entry === 'string' ? [entry] : Object.values(entry))),
  ...Object.values(bin),
  ...Object.values(scripts).flatMap((script) => script.split(' ')),
];

/** What a page tells to run, or the configuration of nx or the scripts of the deployment start: their paths stand in the text. */
const tellers = files.filter((file) => /^(?:[^/]+|docs\/.*|deploy\/.*)\.(?:md|json|mjs|yaml)$|^\.ci\/|Dockerfile/.test(file) && file !== 'package-lock.json');
const toldToRun = tellers.flatMap((file) => (textOf(file).match(/[\w./{}-]+\.(?:mjs|ts)\b/g) ?? []).map((path) => path.replace(/^\.\//, '').replace(/^\{projectRoot\}\//, '')));
const isTold = (file: string): boolean => toldToRun.some((path) => path === file || (path.includes('/') && file.endsWith(`/${path}`)));

/** Where execution begins: what a package shows to others, its processes, its pages, and what its scripts, tools and readers run. */
const beginnings: readonly string[] = [
  ...projects.flatMap((project) => namedIn(project).map((file) => join(project.folder, file))),
  ...files.filter((file) => /^(?:apps|libs)\/[^/]+\/(?:src\/main\.tsx?|index\.html)$|\.d\.ts$/.test(file) || byName.has(basename(file)) || (isCode(file) && isTold(file))),
].filter((file) => files.includes(file));

const reachedFrom = (starts: readonly string[]): ReadonlySet<string> => {
  const known = new Set(files);
  const reached = new Set<string>();
  const waiting = [...starts];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (reached.has(file) || !known.has(file)) continue;
    reached.add(file);
    if (!/\.(?:ts|tsx|mjs|css|html)$/.test(file)) continue;
    for (const module of importsOf(file)) {
      const next = fileOf(module, file);
      if (next !== undefined) waiting.push(next);
    }
  }
  return reached;
};

const isSpec = (file: string): boolean => /\.spec\.tsx?$/.test(file);
const isSource = (file: string): boolean => isCode(file) || /\.css$/.test(file);

/** Sources that no process, package or script ever comes to; specs may only be what proves them. */
export const deadSources = (): readonly string[] => {
  const reached = reachedFrom(beginnings);
  return files.filter((file) => isSource(file) && !isProof(file) && !reached.has(file));
};

/** What is given to specs and used by none. */
export const deadProofs = (): readonly string[] => {
  const reached = reachedFrom([...beginnings, ...files.filter(isSpec)]);
  return files.filter((file) => isSource(file) && isProof(file) && !reached.has(file));
};
