import type { Cast } from '../stage/cast.ts';
import type { Telling } from '../stage/telling.ts';

/** What happened to one household, with the people of its region. */
export type Story = (tell: Telling, cast: Cast) => void;
