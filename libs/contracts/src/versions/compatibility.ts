import { resolved, type JsonSchema } from '../schema/json-schema.ts';

/** Why a schema no longer takes what an older one took. `pointer` leads from `data`; `*` is any place in a list. */
export type Breach = { readonly pointer: string; readonly what: string };

type Sides = { readonly before: JsonSchema; readonly after: JsonSchema };
type Rule = (sides: Sides) => string | undefined;
type Bound = 'maxLength' | 'maxItems' | 'maximum' | 'minimum' | 'minItems' | 'minProperties';

const typesOf = ({ type, enum: values }: JsonSchema): readonly string[] | undefined => {
  if (type === undefined) return values?.map((value) => typeof value);
  return typeof type === 'string' ? [type] : type;
};
const takes = (types: readonly string[], type: string): boolean => types.includes(type) || (type === 'integer' && types.includes('number'));

const atMost = (bound: Bound): Rule => ({ before, after }) => {
  const [was, is] = [before[bound] ?? Infinity, after[bound] ?? Infinity];
  return is < was ? `${bound} is ${is}, and was ${was === Infinity ? 'open' : was}` : undefined;
};

const atLeast = (bound: Bound, lowest: number): Rule => ({ before, after }) => {
  const [was, is] = [before[bound] ?? lowest, after[bound] ?? lowest];
  return is > was ? `${bound} is ${is}, and was ${was === -Infinity ? 'open' : was}` : undefined;
};

/** A condition that may be dropped, but neither come nor become another. */
const same = (keyword: 'format' | 'pattern' | 'x-after'): Rule => ({ before, after }) =>
  after[keyword] !== undefined && after[keyword] !== before[keyword] ? `${keyword} is another` : undefined;

const rules: readonly Rule[] = [
  ({ before, after }) => {
    const [was, is] = [typesOf(before), typesOf(after)];
    return is && !was?.every((type) => takes(is, type)) ? `the type is ${is.join(' or ')}, and was ${was?.join(' or ') ?? 'open'}` : undefined;
  },
  ({ before, after }) => {
    const gone = (before.enum ?? []).filter((value) => !after.enum?.includes(value));
    if (after.enum && !before.enum) return 'it takes certain values only, and took any';
    return after.enum && gone.length > 0 ? `it does not take ${gone.join(', ')} any more` : undefined;
  },
  same('format'), same('pattern'), same('x-after'),
  atMost('maxLength'), atMost('maxItems'), atMost('maximum'),
  atLeast('minimum', -Infinity), atLeast('minItems', 0), atLeast('minProperties', 0),
  ({ before, after }) => (after.additionalProperties === false && before.additionalProperties !== false ? 'it takes listed fields only, and took any' : undefined),
  ({ before, after }) => (after.items && !before.items ? 'its items are described, and were open' : undefined),
  // What is stored was sealed, or left open, by what the schema said then.
  ({ before, after }) => ((before['x-personal'] ?? false) !== (after['x-personal'] ?? false) ? `it is ${after['x-personal'] ? '' : 'not '}personal, and was${after['x-personal'] ? ' not' : ''}` : undefined),
];

/** Everything that a schema of ours says. Of what is not listed, nobody knows whether it narrows. */
const understood: ReadonlySet<string> = new Set([
  '$schema', '$id', '$ref', '$defs', 'title', 'description', 'type', 'enum', 'format', 'pattern', 'maxLength', 'minimum', 'maximum', 'items', 'minItems', 'maxItems',
  'properties', 'required', 'minProperties', 'additionalProperties', 'x-personal', 'x-after',
] satisfies (keyof JsonSchema)[]);

const strangeWords = ({ before, after }: Sides): string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((keyword) => !understood.has(keyword)).map((keyword) => `${keyword} is not understood`);

/** Pairs that were compared already: a shape may hold itself. */
type Compared = { readonly roots: Sides; readonly pairs: Map<JsonSchema, Set<JsonSchema>> };

const isNew = ({ pairs }: Compared, { before, after }: Sides): boolean => {
  const seen = pairs.get(before) ?? new Set();
  pairs.set(before, seen);
  return seen.size < seen.add(after).size;
};

const compareFields = ({ before, after }: Sides, pointer: string, compared: Compared): Breach[] => {
  const [was, is] = [before.properties ?? {}, after.properties ?? {}];
  const breaches = (after.required ?? []).filter((name) => !before.required?.includes(name)).map((name) => ({ pointer: `${pointer}/${name}`, what: 'it is required, and was not' }));
  for (const [name, field] of Object.entries(was)) {
    const at = `${pointer}/${name}`;
    const now = is[name];
    if (now) breaches.push(...compare({ before: field, after: now }, at, compared));
    else breaches.push({ pointer: at, what: 'it is gone' });
  }
  const open = before.additionalProperties !== false;
  const added = Object.keys(is).filter((name) => open && !(name in was));
  return [...breaches, ...added.map((name) => ({ pointer: `${pointer}/${name}`, what: 'it is described, and was open' }))];
};

/** What a field says itself stands beside what it refers to: an address is personal as a whole where a field says so. */
const whole = ({ $ref, ...own }: JsonSchema, target: JsonSchema): JsonSchema => ($ref === undefined ? own : { ...target, ...own });

const compare = (sides: Sides, pointer: string, compared: Compared): Breach[] => {
  const targets = { before: resolved(sides.before, compared.roots.before), after: resolved(sides.after, compared.roots.after) };
  const { before, after } = { before: whole(sides.before, targets.before), after: whole(sides.after, targets.after) };
  const told = [...rules.flatMap((rule) => rule({ before, after }) ?? []), ...strangeWords({ before, after })].map((what) => ({ pointer, what }));
  if (!isNew(compared, targets)) return told;
  const items = before.items && after.items ? compare({ before: before.items, after: after.items }, `${pointer}/*`, compared) : [];
  return [...told, ...items, ...compareFields({ before, after }, pointer, compared)];
};

/**
 * What of the data that one schema takes another does not take, or takes for something else. Nothing when every event that was ever
 * right by `before` is right by `after`, and what is personal in it is the same: an optional field may come, and whatever was
 * refused may be taken.
 */
export const breachesBetween = (before: JsonSchema, after: JsonSchema): Breach[] => compare({ before, after }, '', { roots: { before, after }, pairs: new Map() });
