import { Ajv } from 'ajv';
import type { ErrorObject, ValidateFunction } from 'ajv';
import { LineCounter, parseDocument } from 'yaml';
import { hubFile, regionFile } from './region-file.ts';
import type { HubFile, RegionFile } from './region-file.ts';
import type { RegionProblem } from './region-problem.ts';

export type Path = readonly (string | number)[];

/** A file that could be read: its content, and a way to say where in it something is wrong. */
export type ReadFile<T> = { readonly content: T; readonly at: (path: Path, wrong: string, remedy: string) => RegionProblem };
export type Reading<T> = { readonly read: ReadFile<T> | null; readonly problems: readonly RegionProblem[] };

const ajv = new Ajv({ allErrors: true, verbose: true });
const fitsRegion = ajv.compile<RegionFile>(regionFile);
const fitsHub = ajv.compile<HubFile>(hubFile);

export const readRegionFile = (file: string, yaml: string): Reading<RegionFile> => reading(file, yaml, fitsRegion);
export const readHubFile = (file: string, yaml: string): Reading<HubFile> => reading(file, yaml, fitsHub);

const reading = <T>(file: string, yaml: string, fits: ValidateFunction<T>): Reading<T> => {
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines });
  const syntax = document.errors.map(({ message, pos }) => ({
    file, line: lines.linePos(pos[0]).line, path: '', wrong: message.split('\n')[0] ?? 'cannot be read', remedy: 'make it valid YAML',
  }));
  if (syntax.length > 0) return { read: null, problems: syntax };

  const lineOf = (path: Path): number | null => {
    const node: unknown = document.getIn(path, true);
    const range = (node as { readonly range?: readonly number[] } | null | undefined)?.range;
    if (range?.[0] !== undefined) return lines.linePos(range[0]).line;
    return path.length === 0 ? null : lineOf(path.slice(0, -1));
  };
  const at = (path: Path, wrong: string, remedy: string): RegionProblem => ({ file, line: lineOf(path), path: written(path), wrong, remedy });
  const content: unknown = document.toJS();
  if (!fits(content)) return { read: null, problems: (fits.errors ?? []).map((error) => problemOf(error, content, at)) };
  return { read: { content, at }, problems: [] };
};

/** `/partners/2/kind` as the path into the document: numbers where the document has a list. */
const pathOf = (pointer: string, content: unknown): Path => {
  let value = content;
  return pointer.split('/').slice(1).map((escaped) => {
    const key = escaped.replaceAll('~1', '/').replaceAll('~0', '~');
    const step = Array.isArray(value) ? Number(key) : key;
    value = (value as Record<string | number, unknown> | null)?.[step];
    return step;
  });
};

const written = (path: Path): string => path.map((step, index) => (typeof step === 'number' ? `[${step}]` : `${index === 0 ? '' : '.'}${step}`)).join('') || '(whole file)';

const problemOf = (error: ErrorObject, content: unknown, at: ReadFile<unknown>['at']): RegionProblem => {
  const path = pathOf(error.instancePath, content);
  const { description } = (error.parentSchema ?? {}) as { readonly description?: string };
  const params = error.params as Readonly<Record<string, string>>;
  if (error.keyword === 'required') return at([...path, params['missingProperty'] ?? ''], 'is missing', 'add it');
  if (error.keyword === 'additionalProperties') return at([...path, params['additionalProperty'] ?? ''], 'is not known here', 'remove it or correct its spelling');
  if (error.keyword === 'uniqueItems') return at(path, 'names the same thing twice', 'leave one of them out');
  return at(path, 'does not fit', `must be ${description ?? error.message ?? 'something else'}`);
};
