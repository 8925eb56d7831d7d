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

/** The steps of a pattern, taken apart once: the catalogue has some dozens of them, and each event is searched for its own. */
const stepsByPattern = new Map<string, readonly string[]>();

const stepsOf = (pattern: string): readonly string[] => {
  const known = stepsByPattern.get(pattern);
  if (known) return known;
  const steps = pattern.split('/').slice(1);
  stepsByPattern.set(pattern, steps);
  return steps;
};

type Place = { readonly value: unknown; readonly pointer: string };

const follow = ({ value, pointer }: Place, steps: readonly string[], from: number, found: string[]): void => {
  const step = steps[from];
  if (value === undefined || value === null) return;
  if (step === undefined) found.push(pointer);
  else if (step !== '*') follow({ value: partOf(value, step), pointer: `${pointer}/${step}` }, steps, from + 1, found);
  else if (Array.isArray(value)) value.forEach((item, place) => follow({ value: item, pointer: `${pointer}/${place}` }, steps, from + 1, found));
};

/** The places in the data where a value stands for one of the patterns. The patterns are those of a contract, not of a sender. */
export const presentAt = (patterns: readonly string[], data: unknown): string[] => {
  const found: string[] = [];
  for (const pattern of patterns) follow({ value: data, pointer: '' }, stepsOf(pattern), 0, found);
  return found;
};
