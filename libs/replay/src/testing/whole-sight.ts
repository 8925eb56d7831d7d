import type { Sight } from '../replay/entry.ts';

/** Of a reader to whom everything is shown as it is. */
export const wholeSight: Sight = { circle: (circle) => circle, event: () => true, told: ({ organisation, text }) => ({ organisation, text }) };
