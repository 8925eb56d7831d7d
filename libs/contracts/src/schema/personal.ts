import { formats } from '../format/formats.ts';
import { annotations } from '../field/annotation.ts';
import { resolved, type JsonSchema } from './json-schema.ts';

/** Where a schema has personal fields, as JSON pointers in which `*` is any place in a list. The BSN stands apart: it is never stored. */
export type PersonalFields = { readonly personal: readonly string[]; readonly bsn: readonly string[] };

type Found = { personal: string[]; bsn: string[] };

const searchField = (field: JsonSchema, root: JsonSchema, pointer: string, found: Found): void => {
  if (field[annotations.personal]) (field.format === formats.bsn.name ? found.bsn : found.personal).push(pointer);
  else if (field.items) searchField(field.items, root, `${pointer}/*`, found);
  else searchFields(resolved(field, root), root, pointer, found);
};

const searchFields = (schema: JsonSchema, root: JsonSchema, pointer: string, found: Found): void => {
  for (const [name, field] of Object.entries(schema.properties ?? {})) searchField(field, root, `${pointer}/${name}`, found);
};

export const personalFieldsOf = (schema: JsonSchema): PersonalFields => {
  const found: Found = { personal: [], bsn: [] };
  searchFields(schema, schema, '', found);
  return found;
};

const partOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined;

const follow = (value: unknown, path: readonly string[], pointer: string, found: string[]): void => {
  const [step, ...rest] = path;
  if (step === undefined) {
    if (value !== undefined && value !== null) found.push(pointer);
  } else if (step === '*') {
    if (Array.isArray(value)) value.forEach((item, place) => follow(item, rest, `${pointer}/${place}`, found));
  } else {
    const part = partOf(value, step);
    if (part !== undefined) follow(part, rest, `${pointer}/${step}`, found);
  }
};

/** The places in the data where a value stands for one of the patterns. */
export const presentAt = (patterns: readonly string[], data: unknown): string[] => {
  const found: string[] = [];
  for (const pattern of patterns) follow(data, pattern.split('/').slice(1), '', found);
  return found;
};
