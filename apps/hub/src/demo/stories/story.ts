import type { Cast, Telling } from '@kring/simulation';

/** What happened to one household, with the people of its region. */
export type Story = (tell: Telling, cast: Cast) => void;
