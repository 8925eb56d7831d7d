import { upcasting, type Upcast, type Upcaster } from './upcasting.ts';

/**
 * Every step from a released version of a type to its next, in a file of its own named after where it starts:
 * `involvements.started.v1.ts`. None has been needed so far. A new version is a new class in the catalogue, a step here and a
 * golden sample; the classes of older versions stay, because partners may go on publishing them and stored events are never rewritten.
 */
export const upcasters: readonly Upcaster[] = [];

/** Any stored event as its newest version. */
export const upcast: Upcast = upcasting(upcasters);
