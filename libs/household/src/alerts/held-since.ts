import type { Instant } from '../time/amsterdam.ts';

type Span = { readonly from: Instant; readonly until: Instant };

/** Since when at least one of these spans has run without interruption up to the last of them. */
export const heldSince = (spans: readonly Span[]): Instant => {
  let [since, until] = [Infinity, -Infinity];
  for (const span of [...spans].sort((one, other) => one.from - other.from)) {
    if (span.from > until) since = span.from;
    until = Math.max(until, span.until);
  }
  return since;
};
