import { problem } from '@kring/platform';
import { instantIn } from '@kring/reading';

/** The query of a circle as it comes: nothing of it is trusted yet. */
export type CircleQuery = { readonly asOf?: unknown; readonly knownAt?: unknown; readonly minPosition?: unknown };

/** Of which moment a circle is asked; null for the present one, by all that is known. */
export type Times = { readonly asOf: string; readonly knownAt: string };

export const timesOf = ({ asOf, knownAt }: CircleQuery, now: Date): Times | null =>
  asOf === undefined && knownAt === undefined ? null : { asOf: instantIn('asOf', asOf, now), knownAt: instantIn('knownAt', knownAt, now) };

const position = /^[A-Za-z0-9._:-]{1,64}$/;

export const minPositionOf = ({ minPosition }: CircleQuery): string | undefined => {
  if (minPosition === undefined) return undefined;
  if (typeof minPosition === 'string' && position.test(minPosition)) return minPosition;
  throw problem.badRequest('The query parameter minPosition is not a position.', [
    { pointer: '', rule: 'position', detail: 'minPosition must be a position that an earlier answer gave.' },
  ]);
};
