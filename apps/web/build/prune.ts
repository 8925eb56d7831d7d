/** What of a style sheet a page can use: the classes it names, and through them the custom properties it reads. */
export type Used = { prefix: string; classes: ReadonlySet<string> };

/**
 * Drops the rules of a component library whose classes no source names, and then the custom properties that nothing reads.
 * A rule without such a class stays: only what is surely unused may go. Expects minified CSS, so without comments.
 */
export const prune = (css: string, used: Used): string => withoutUnreadProperties(keepRules(css, used));

const keepRules = (css: string, used: Used): string =>
  rules(css).map((rule) => kept(rule, used)).join('');

const kept = (rule: Rule, used: Used): string => {
  if (rule.body === null) return rule.head;
  if (rule.head.startsWith('@media') || rule.head.startsWith('@supports') || rule.head.startsWith('@layer')) {
    const inner = keepRules(rule.body, used);
    return inner === '' ? '' : `${rule.head}{${inner}}`;
  }
  if (rule.head.startsWith('@')) return `${rule.head}{${rule.body}}`;
  const selectors = splitSelectors(rule.head).filter((selector) => usable(selector, used));
  return selectors.length === 0 ? '' : `${selectors.join(',')}{${rule.body}}`;
};

const usable = (selector: string, { prefix, classes }: Used): boolean =>
  [...selector.matchAll(/\.([\w-]+)/g)].every(([, name]) => !name?.startsWith(prefix) || classes.has(name));

/** A comma inside `:is(…)` or `:not(…)` separates nothing. */
const splitSelectors = (head: string): string[] => {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < head.length; at += 1) {
    if (head[at] === '(' || head[at] === '[') depth += 1;
    if (head[at] === ')' || head[at] === ']') depth -= 1;
    if (head[at] === ',' && depth === 0) {
      parts.push(head.slice(start, at));
      start = at + 1;
    }
  }
  return [...parts, head.slice(start)];
};

type Rule = { head: string; body: string | null };

const rules = (css: string): Rule[] => {
  const found: Rule[] = [];
  let at = 0;
  while (at < css.length) {
    const stop = firstOf(css, at, '{;');
    if (stop === css.length) break;
    if (css[stop] === ';') {
      found.push({ head: css.slice(at, stop + 1), body: null });
      at = stop + 1;
    } else {
      const close = matching(css, stop);
      found.push({ head: css.slice(at, stop).trim(), body: css.slice(stop + 1, close) });
      at = close + 1;
    }
  }
  return found;
};

const matching = (css: string, open: number): number => {
  let depth = 1;
  let at = open;
  while (depth > 0 && at < css.length) {
    at = firstOf(css, at + 1, '{}');
    depth += css[at] === '{' ? 1 : -1;
  }
  return at;
};

/** Where one of `marks` stands first outside a text or an address, in which they mean nothing. */
const firstOf = (css: string, from: number, marks: string): number => {
  let at = from;
  while (at < css.length && !marks.includes(css[at] ?? '')) {
    verbatim.lastIndex = at;
    at = verbatim.test(css) ? verbatim.lastIndex : at + 1;
  }
  return at;
};

const text = String.raw`"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|url\([^)"']*\)`;
const verbatim = new RegExp(text, 'y');
const declaration = new RegExp(String.raw`(?<=[{;])(--[\w-]+):(?:${text}|[^;{}"'])*(?:;|(?=\}))`, 'g');

/** One token may be read only by another that nobody reads, so this repeats until nothing falls away. */
const withoutUnreadProperties = (css: string): string => {
  const read = new Set([...css.matchAll(/var\(\s*(--[\w-]+)/g)].map(([, name]) => name));
  const less = css.replace(declaration, (whole, name: string) => (read.has(name) ? whole : ''));
  return less.length === css.length ? css : withoutUnreadProperties(less);
};
