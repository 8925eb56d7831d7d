import { readFileSync, readdirSync } from 'node:fs';

/** A rule as its file says it: what it is for, how severe it is at first, and the text or law that asks for it. */
export type WrittenRule = { readonly code: string; readonly file: string; readonly purpose: string; readonly severity: string; readonly source: string };

const rulesFolder = 'libs/household/src/alerts';
const proofsFolder = 'test/scenarios/alerts';
const under = (folder: string): URL => new URL(`../../${folder}/`, import.meta.url);
const textIn = (folder: string, file: string): string => readFileSync(new URL(file, under(folder)), 'utf8');

const isRule = (file: string): boolean => /^a\d\d-.*\.ts$/.test(file) && !file.includes('.spec.');

/** Every rule has one comment that begins with its code and ends with its source. */
const written = (file: string): WrittenRule => {
  const text = textIn(rulesFolder, file);
  const [, code, purpose, source] = /\/\*\* (A\d\d)\. (.*?) Source: (.*?)\. \*\//.exec(text) ?? [];
  const [, severity] = /^ {2}severity: '(\w+)',$/m.exec(text) ?? [];
  if (!code || !purpose || !source || !severity) throw new Error(`${rulesFolder}/${file} does not say what its rule is for, where it comes from or how severe it is`);
  return { code, file: `${rulesFolder}/${file}`, purpose, severity, source };
};

/** The rules that judge a household, in the order of their codes. */
export const writtenRules = (): readonly WrittenRule[] => readdirSync(under(rulesFolder)).filter(isRule).sort().map(written);

/** A scenario that tells a rule through the front door. */
export type Proof = { readonly file: string; readonly name: string };

const proofsIn = (file: string): readonly Proof[] =>
  [...textIn(proofsFolder, file).matchAll(/^\s*(?:it\(|\]\)\()'(A\d\d [^']+)'/gm)].flatMap(([, name]) => (name === undefined ? [] : [{ file: `${proofsFolder}/${file}`, name }]));

/** @throws Error where a rule has no scenario */
export const proofsOf = (code: string): readonly Proof[] => {
  const proofs = readdirSync(under(proofsFolder)).filter((file) => file.endsWith('.scenario.spec.ts')).sort().flatMap(proofsIn).filter(({ name }) => name.startsWith(`${code} `));
  if (proofs.length === 0) throw new Error(`no scenario in ${proofsFolder} proves ${code}`);
  return proofs;
};
