import type { JsonSchema } from '@kring/contracts';

/** As much of an OpenAPI document as is worked on here. */
export type Schema = Readonly<Record<string, unknown>>;
export type Schemas = Readonly<Record<string, Schema>>;

const componentsPath = '#/components/schemas/';

export const referenceTo = (name: string): Schema => ({ $ref: `${componentsPath}${name}` });

/** A schema that brings its own definitions, as components that refer to each other. */
export const asComponents = (name: string, { $schema: _dialect, $id: _id, $defs = {}, ...own }: JsonSchema): Schemas =>
  JSON.parse(JSON.stringify({ [name]: own, ...$defs }).replaceAll('"#/$defs/', `"${componentsPath}`)) as Schemas;

/** All of them together. @throws Error where one name stands for two schemas: a class was given the name of another */
export const together = (...groups: readonly Schemas[]): Schemas => {
  const all: Record<string, Schema> = {};
  for (const [name, schema] of groups.flatMap((group) => Object.entries(group))) {
    const known = all[name];
    if (known !== undefined && JSON.stringify(known) !== JSON.stringify(schema)) throw new Error(`two schemas are called ${name}`);
    all[name] = schema;
  }
  return all;
};

const namesIn = (value: unknown): string[] => [...(JSON.stringify(value) ?? '').matchAll(/"#\/components\/schemas\/([^"]+)"/g)].flatMap(([, name]) => name ?? []);

/** Of all schemas, those that something refers to, and those that these refer to in turn. */
export const reachedFrom = (start: unknown, all: Schemas): Schemas => {
  const reached: Record<string, Schema> = {};
  const waiting = namesIn(start);
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const schema = all[name];
    if (schema === undefined || name in reached) continue;
    reached[name] = schema;
    waiting.push(...namesIn(schema));
  }
  return Object.fromEntries(Object.entries(reached).toSorted(([one], [other]) => (one < other ? -1 : 1)));
};
