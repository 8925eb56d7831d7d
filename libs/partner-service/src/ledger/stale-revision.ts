import { Problem } from '@kring/platform';

const rule = 'wrong-expected-revision';
const detailOf = (actual: number): string => `The page is at revision ${actual} by now; read it and decide again.`;

/** How "someone else wrote first" travels between the hub and a service: as a problem that both sides know. */
export const staleRevision = {
  problem: (actual: number): Problem => new Problem(409, 'Conflict', 'Someone else wrote first.', { errors: [{ pointer: '/expectedRevision', rule, detail: detailOf(actual) }] }),

  /** The actual revision, if that is what the error says. */
  readFrom: (error: unknown): number | undefined => {
    if (!(error instanceof Problem) || error.status !== 409) return undefined;
    const told = error.errors.find((one) => one.rule === rule);
    return told && Number(/-?\d+/.exec(told.detail)?.[0]);
  },
};
