import type { Part } from './part.ts';

/** The place of every event in the order of the facts, by its CloudEvents id. */
export type Chronicle = Map<string, number>;

export const chroniclePart: Part<Chronicle> = {
  empty: () => new Map(),
  on: {},
  onEvery: (chronicle, { event }) => {
    if (!chronicle.has(event.id)) chronicle.set(event.id, chronicle.size);
  },
};

/** Reasons that were gathered from several rows, without doubles. */
export const oldestFirst = (because: readonly string[], chronicle: Chronicle): string[] => {
  const place = (id: string): number => chronicle.get(id) ?? -1;
  return [...new Set(because)].sort((one, other) => place(one) - place(other));
};
