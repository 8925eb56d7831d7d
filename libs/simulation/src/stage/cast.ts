import type { Domain, Level, Professional } from '@kring/contracts';

/** A professional of a partner, and what they come for. */
export type Actor = { readonly partner: string; readonly professional: Professional; readonly level: Level; readonly domain: Domain };

/** Who plays in a neighbourhood: the gemeente, those who help, and who usually becomes the one face of a family. */
export type Cast = {
  readonly municipality: Actor;
  readonly first: Actor;
  readonly second: Actor;
  readonly third: Actor;
  readonly face: Actor;
  readonly colleague: Actor;
  readonly volunteer: Actor;
};
