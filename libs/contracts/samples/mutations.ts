/** JSON as it comes off the wire. */
export type Json = null | boolean | number | string | Json[] | { [name: string]: Json };
export type Step = string | number;
export type Mutation = { readonly what: string; readonly data: Json };

const isBranch = (value: Json): value is Branch => typeof value === 'object' && value !== null;

/** The way to every value in the data, the data itself first. */
export const pathsOf = (value: Json, path: Step[] = []): Step[][] => [
  path,
  ...(isBranch(value) ? Object.entries(value).flatMap(([name, part]) => pathsOf(part, [...path, Array.isArray(value) ? Number(name) : name])) : []),
];

type Branch = Json[] | { [name: string]: Json };
type Change = (parent: Branch, step: Step) => void;

const valueAt = (value: Json, path: readonly Step[]): Json => path.reduce<Json>((at, step) => (at as { [name: string]: Json })[step]!, value);

/** A copy in which one place is changed; everything beside the way to it is shared. */
const changed = (data: Json, path: readonly Step[], change: Change): Json => {
  const [step, ...rest] = path;
  if (step === undefined) return data;
  const copy = (Array.isArray(data) ? [...data] : { ...(data as object) }) as { [name: string]: Json };
  if (rest.length === 0) change(copy, step);
  else copy[step] = changed(copy[step]!, rest, change);
  return copy;
};

export const replaced = (data: Json, path: readonly Step[], value: Json): Json =>
  path.length === 0 ? value : changed(data, path, (parent, step) => void ((parent as { [name: string]: Json })[step] = value));

const removed = (data: Json, path: readonly Step[]): Json =>
  changed(data, path, (parent, step) => void (Array.isArray(parent) ? parent.splice(Number(step), 1) : delete parent[step]));

export const strangeValues: readonly Json[] = [
  ...[null, true, false, 0, 1, -1, 6, 7, 1.5, 99_999, 100_000, 1e21, Infinity, Number.MAX_SAFE_INTEGER],
  ...['', ' ', '\t', '\n', 'x', 'X', 'a b', 'a-b', 'a--b', '-', '_', 'é', '0', '12', 'true', 'null', 'A01', 'A1', 'p_1', 'x\u0000y', 'x\ny', '\ud800', 'x\udc00y', '😀'],
  ...['999990019', '123456782', '123456789', '000000000', '99999001', '9999900190', '１２３４５６７８２'],
  ...['2026-02-28', '2026-02-29', '2024-02-29', '1900-02-29', '2000-02-29', '2026-13-01', '2026-3-1', '2026-04-31', '0000-01-01'],
  ...['2026-03-01T10:00:00Z', '2026-03-01T10:00:00', '2026-03-01T24:00:00Z', '2026-03-01T10:00:60Z', '2026-02-30T10:00:00Z'],
  ...['2026-03-01T10:00:00.1234567891Z', '2026-03-01T10:00:00+14:00', '2026-03-01T10:00:00+24:00', '2026-03-01 10:00:00Z'],
  ...['1999-01-01T00:00:00Z', '2999-01-01T00:00:00.999999999-12:00'],
  ...['1611AB', '1611 AB', '1611ab', '0611AB', 'bsn@example.nl', 'a@b', '@', '+31 6 1234', '061', 'nl.kring.visits.planned.v1'],
  ...[16, 17, 64, 65, 128, 129, 200, 201, 2000, 2001].flatMap((length) => ['x'.repeat(length), '😀'.repeat(length)]),
  ...[[], [null], [[]], [{}], ['x'], [1], {}, { nonsense: 1 }, { length: 1 }, { id: 'x' }, { householdId: 'h-1' }],
];

const branchMutations = (data: Json, path: readonly Step[], value: Branch): Json[] =>
  Array.isArray(value)
    ? [21, 50, 51, 200, 201].map((length) => replaced(data, path, Array.from({ length }, () => value[0] ?? 'x')))
    : ['nonsense', 'length', 'type', 'é/~'].map((name) => replaced(data, path, { ...value, [name]: 1 }));

/** Every value of the data removed, replaced by each of many strange ones, wrapped in a list, and every object with a field too many. */
export function* mutationsOf(data: Json, strangeAt: (path: readonly Step[]) => readonly Json[] = () => strangeValues): Generator<Mutation> {
  for (const path of pathsOf(data)) {
    const at = path.join('/') || 'the data itself';
    const value = valueAt(data, path);
    if (path.length > 0) yield { what: `${at} removed`, data: removed(data, path) };
    yield { what: `${at} in a list`, data: replaced(data, path, [value]) };
    for (const strange of strangeAt(path)) yield { what: `${at} = ${JSON.stringify(strange).slice(0, 40)}`, data: replaced(data, path, strange) };
    if (isBranch(value)) for (const one of branchMutations(data, path, value)) yield { what: `${at} with more`, data: one };
  }
}
