import type { Facts } from './facts.ts';
import type { Collisions } from './collisions.ts';
import type { Discretion } from './discretion.ts';
import type { Moment } from './moment.ts';
import type { SealedCircle } from '../event.ts';
import type { RegionRules } from '../rules/region-rules.ts';

/** What an alert is judged by: the facts and the circle drawn of them, at one moment, under a region's rules. */
export type Situation = {
  readonly facts: Facts;
  readonly circle: Omit<SealedCircle, 'alerts'>;
  readonly collisions: Collisions;
  readonly discretion: Discretion;
  /** Organisations that anybody who sees the circle may know of: with an involvement that is neither brokered nor hidden. */
  readonly openOrganisations: ReadonlySet<string>;
  /** Organisations that are involved at all. */
  readonly involvedOrganisations: ReadonlySet<string>;
  readonly moment: Moment;
  readonly rules: RegionRules;
};
