import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('../..', import.meta.url));
const run = promisify(execFile);

const name = 'nl-api-design-rules.spectral.yaml';
const named = process.env['KRING_TEST_STANDARDS'] ?? '';
const folder = named === '' ? join(root, '..', 'shared', 'standards') : resolve(named);

/** The ruleset of the NL API Design Rules. It is data from outside, so the checkout does not carry it; null where it is not at hand. */
export const ruleset: string | null = existsSync(join(folder, name)) ? join(folder, name) : null;

/** Why the documents are not held against the rules, said loudly: nobody should believe that they were. */
export const withoutRuleset = `no ${name}: the OpenAPI documents are NOT held against the NL API Design Rules. Put the ruleset of Logius in a folder and name the folder in KRING_TEST_STANDARDS.`;

type Finding = { readonly code: string; readonly message: string; readonly severity: number; readonly path: readonly string[]; readonly source: string };
const severities = ['error', 'warning', 'information', 'hint'];

/** What Spectral finds in documents, by their names, a line each; none where a document follows the rules. One run, for it takes seconds to start. */
export const lint = async (documents: ReadonlyMap<string, string>, rules: string): Promise<ReadonlyMap<string, readonly string[]>> => {
  const place = await mkdtemp(join(tmpdir(), 'kring-standards-'));
  const fileOf = (name: string): string => join(place, `${name}.json`);
  const results = join(place, 'results');
  try {
    for (const [name, document] of documents) await writeFile(fileOf(name), document);
    const spectral = join(root, 'node_modules', '@stoplight', 'spectral-cli', 'dist', 'index.js');
    const files = [...documents.keys()].map(fileOf);
    // Spectral ends with 1 when it found something; what it found is in the results.
    await run(process.execPath, [spectral, 'lint', '-r', rules, '-f', 'json', '-o', results, '-q', ...files]).catch((error: { code?: unknown }) => {
      if (error.code !== 1 || !existsSync(results)) throw error;
    });
    const findings = JSON.parse(await readFile(results, 'utf8')) as Finding[];
    const of = (name: string): Finding[] => findings.filter(({ source }) => basename(source) === `${name}.json`);
    const told = ({ severity, code, message, path }: Finding): string => `${severities[severity] ?? severity}: ${code} at ${path.join('.')}: ${message}`;
    return new Map([...documents.keys()].map((name) => [name, of(name).map(told)]));
  } finally {
    await rm(place, { recursive: true, force: true });
  }
};
