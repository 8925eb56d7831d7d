import { problem, type ProblemError } from '@kring/platform';

export type AlertFilter = { readonly code?: string; readonly area?: string; readonly organisation?: string };
export type AlertQuery = { readonly code?: unknown; readonly area?: unknown; readonly organisation?: unknown };

const shapes = {
  code: { pattern: /^A\d\d$/, words: 'an alert code such as A01' },
  area: { pattern: /^[a-z0-9-]{1,64}$/, words: 'the code of an area' },
  organisation: { pattern: /^[a-z0-9-]{1,64}$/, words: 'the code of a partner' },
} as const;

/** @throws Problem 400 with every parameter that does not fit. */
export const alertFilterOf = (query: AlertQuery): AlertFilter => {
  const names = Object.keys(shapes) as (keyof typeof shapes)[];
  const fits = (name: keyof typeof shapes): boolean => query[name] === undefined || (typeof query[name] === 'string' && shapes[name].pattern.test(query[name]));
  const errors: ProblemError[] = names.filter((name) => !fits(name)).map((name) => ({ pointer: '', rule: name, detail: `${name} must be ${shapes[name].words}.` }));
  if (errors.length > 0) throw problem.badRequest('The query does not fit; see errors.', errors);
  return Object.fromEntries(names.flatMap((name) => (query[name] === undefined ? [] : [[name, query[name]]]))) as AlertFilter;
};
