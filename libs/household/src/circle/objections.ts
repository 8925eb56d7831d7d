import type { OpenData } from '../event-data.ts';
import type { Instant } from '../time/amsterdam.ts';
import type { Happening } from './happening.ts';
import type { Part } from './part.ts';

/** What a resident objects to, until it is decided; see alert A24. The one who decides knows it by the objector's id. */
export type Objections = Map<string, { readonly raisedAt: Instant; readonly because: string[] }>;

const raise = (objections: Objections, happening: Happening<OpenData['nl.kring.objections.raised.v1']>): void => {
  if (!objections.has(happening.data.objectionId)) objections.set(happening.data.objectionId, { raisedAt: happening.at, because: [happening.event.id] });
};

export const objectionsPart: Part<Objections> = {
  empty: () => new Map(),
  on: {
    'nl.kring.objections.raised.v1': raise,
    'nl.kring.objections.decided.v1': (objections, { data }) => void objections.delete(data.objectionId),
  },
};
