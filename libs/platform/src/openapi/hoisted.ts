import { referenceTo, together } from './schema.ts';
import type { Schemas } from './schema.ts';

const isTitled = (value: object): value is { title: string } => 'title' in value && typeof value.title === 'string' && /^[A-Z][A-Za-z]+$/.test(value.title);

type Hoisted = { readonly value: unknown; readonly titled: Schemas };

const hoistedList = (values: readonly unknown[]): Hoisted => {
  const all = values.map(hoisted);
  return { value: all.map(({ value }) => value), titled: together(...all.map(({ titled }) => titled)) };
};

/**
 * Schemas with a title of their own, such as `Circle`, as components under that name; where they stood they are referred to.
 * @throws Error where one title stands for two schemas
 */
export const hoisted = (value: unknown): Hoisted => {
  if (Array.isArray(value)) return hoistedList(value);
  if (typeof value !== 'object' || value === null) return { value, titled: {} };
  const names = Object.keys(value);
  const parts = hoistedList(Object.values(value));
  const own = Object.fromEntries((parts.value as unknown[]).map((part, place) => [names[place] ?? '', part]));
  if (!isTitled(value)) return { value: own, titled: parts.titled };
  return { value: referenceTo(value.title), titled: together(parts.titled, { [value.title]: own }) };
};
