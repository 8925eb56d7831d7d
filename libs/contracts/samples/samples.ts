import { readdirSync, readFileSync } from 'node:fs';

export type Sample = { readonly type: string; readonly data: Readonly<Record<string, unknown>> } & Readonly<Record<string, unknown>>;

const folder = new URL('./', import.meta.url);

/** The types that a sample is kept of, by the names of the files. */
export const sampledTypes = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => name.slice(0, -'.json'.length));

/** A fresh copy of the golden sample of a type: a whole event, as a partner would publish it. */
export const sampleOf = (type: string): Sample => JSON.parse(readFileSync(new URL(`${type}.json`, folder), 'utf8')) as Sample;
