import type { Instant } from '../time/amsterdam.ts';
import type { Happening } from './happening.ts';
import type { Part } from './part.ts';

/** The last event of each organisation, in fact time: its own, or one that was published on its behalf. */
export type Heard = Map<string, { at: Instant; when: string }>;

const hear = (heard: Heard, happening: Happening): void => {
  if (happening.event.partner === 'hub') return;
  note(heard, happening.event.partner, happening);
  if (happening.organisation !== happening.event.partner) note(heard, happening.organisation, happening);
};

const note = (heard: Heard, organisation: string, { at, when }: Happening): void => {
  const known = heard.get(organisation);
  if (!known) heard.set(organisation, { at, when });
  else [known.at, known.when] = [at, when];
};

export const heardPart: Part<Heard> = { empty: () => new Map(), on: {}, onEvery: hear };

/** Per partner, when it was last heard of. */
export const freshnessRows = (heard: Heard, gaps: Readonly<Record<string, number>>): { organisation: string; lastEventAt: string; gaps: number }[] =>
  [...heard].map(([organisation, { when }]) => ({ organisation, lastEventAt: when, gaps: gaps[organisation] ?? 0 }));
