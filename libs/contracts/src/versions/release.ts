import type { EventContract } from '../contract.ts';
import type { JsonSchema } from '../schema/json-schema.ts';
import { breachesBetween, type Breach } from './compatibility.ts';

/** A type as it was released: its schema, and every golden sample that was ever released of it. */
export type ReleasedType = { readonly type: string; readonly schema: JsonSchema; readonly samples: readonly unknown[] };

/** A type that cannot be released as it stands now; a breach at no pointer is about the whole type. */
export type Refusal = { readonly type: string; readonly breaches: readonly Breach[] };

const gone: Breach = { pointer: '', what: 'the type is gone from the catalogue' };
const sameJson = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** What keeps the catalogue from being released: released types that it no longer has, or takes less of. */
export const refusals = (released: readonly ReleasedType[], catalogue: readonly Pick<EventContract, 'type' | 'schema'>[]): Refusal[] => {
  const schemas = new Map<string, JsonSchema>(catalogue.map(({ type, schema }) => [type, schema]));
  return released.flatMap(({ type, schema }) => {
    const now = schemas.get(type);
    const breaches = now ? breachesBetween(schema, now) : [gone];
    return breaches.length > 0 ? [{ type, breaches }] : [];
  });
};

/** The catalogue as it is released now: the schemas of today, and today's samples behind those of before. */
export const nextRelease = (
  released: readonly ReleasedType[],
  catalogue: readonly Pick<EventContract, 'type' | 'schema'>[],
  sampleOf: (type: string) => unknown,
): ReleasedType[] => {
  const before = new Map(released.map((one) => [one.type, one]));
  return catalogue.map(({ type, schema }) => {
    const samples = before.get(type)?.samples ?? [];
    const sample = sampleOf(type);
    return { type, schema, samples: samples.some((one) => sameJson(one, sample)) ? samples : [...samples, sample] };
  });
};
