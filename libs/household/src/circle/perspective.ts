import type { RegionRules } from '../rules/region-rules.ts';
import type { Discretion } from './discretion.ts';
import type { Moment } from './moment.ts';

/** From where the facts are looked at: at which moment, under which rules, and how discreetly. */
export type Perspective = { readonly discretion: Discretion; readonly rules: RegionRules; readonly moment: Moment };
