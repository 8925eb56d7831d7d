import { describe, jest } from '@jest/globals';
import { anySteps } from './conformance/any-steps.ts';
import { claiming } from './conformance/claiming.ts';
import { committing } from './conformance/committing.ts';
import { finding } from './conformance/finding.ts';
import type { OpenViewStore } from './conformance/given.ts';
import { lifetime } from './conformance/lifetime.ts';

export type { OpenedViewStore, OpenViewStore } from './conformance/given.ts';

/** A slow disk is no failure: a case waits for conditions, so this is only spent where something hangs. */
const patience = 60_000;

/** What every view store does, whatever keeps its rows. The store that `open` gives may hold rows already. */
export const viewStoreConformance = (name: string, open: OpenViewStore): void => {
  jest.setTimeout(patience);
  describe(`the view store: ${name}`, () => {
    claiming(open);
    committing(open);
    finding(open);
    anySteps(open);
    lifetime(open);
  });
};
