import type { Facts } from './facts.ts';
import type { Collisions } from './collisions.ts';
import type { Perspective } from './perspective.ts';
import type { SealedCircle } from '../event.ts';

/** What an alert is judged by: the facts and the circle drawn of them, at one moment, under a region's rules. */
export type Situation = Perspective & {
  readonly facts: Facts;
  readonly circle: Omit<SealedCircle, 'alerts'>;
  readonly collisions: Collisions;
  /** Organisations that anybody who sees the circle may know of: with an involvement that is neither brokered nor hidden. */
  readonly openOrganisations: ReadonlySet<string>;
  /** Organisations that are involved at all. */
  readonly involvedOrganisations: ReadonlySet<string>;
};
