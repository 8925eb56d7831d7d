import { createHash } from 'node:crypto';

/** The same for two commands that say the same, whatever the order of their fields. */
export const digestOf = (value: unknown): string => createHash('sha256').update(canonical(value)).digest('base64url');

const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([one], [other]) => (one < other ? -1 : 1)))
      : part) ?? 'null';
