import { problem } from '@kring/platform';

type Header = string | string[] | undefined;

const keyShape = /^[\x21\x23-\x5b\x5d-\x7e]{1,120}$/;

/** The `Idempotency-Key` of a request, with or without the quotes of a structured header. */
export const idempotencyKeyOf = (header: Header): string | null => {
  if (header === undefined) return null;
  const key = /^"(.*)"$/.exec(String(header))?.[1] ?? String(header);
  if (!keyShape.test(key)) throw problem.badRequest('The Idempotency-Key must be 1 to 120 visible characters; a UUID is best.');
  return key;
};

/** The entity tag of a partner's page at a revision; -1 where nothing was said yet. */
export const etagOf = (revision: number): string => `"${revision}"`;

/** The revisions in `If-Match`. */
export const revisionsOf = (header: Header): number[] | null => {
  if (header === undefined) return null;
  return String(header).split(',').map((tag) => {
    const revision = /^"(-1|\d{1,15})"$/.exec(tag.trim())?.[1];
    if (revision === undefined) throw problem.badRequest('If-Match must be an ETag that this API gave, such as "3".');
    return Number(revision);
  });
};
