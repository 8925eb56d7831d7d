/** What went wrong between this page and the hub, as a kind that the page has words for. */
export type ProblemKind = 'unreachable' | 'signed-out' | 'not-found' | 'refused' | 'not-allowed' | 'busy' | 'broken';
type ProblemError = { pointer: string; rule: string; detail: string };

export class HubProblem extends Error {
  constructor(readonly kind: ProblemKind, readonly errors: readonly ProblemError[] = [], readonly retryAfterSeconds: number | null = null) {
    super(kind);
  }
}

const kinds: Readonly<Record<number, ProblemKind>> = { 400: 'refused', 401: 'signed-out', 403: 'not-allowed', 404: 'not-found', 409: 'refused', 429: 'busy', 503: 'busy' };

export const problemOf = async (answer: Response): Promise<HubProblem> => {
  const kind = kinds[answer.status] ?? 'broken';
  const retryAfter = Number(answer.headers.get('retry-after'));
  return new HubProblem(kind, await errorsOf(answer), Number.isFinite(retryAfter) && retryAfter > 0 ? retryAfter : null);
};

/** A proxy in between may answer with a page of its own, so the body may be anything. */
const errorsOf = async (answer: Response): Promise<ProblemError[]> => {
  if (!answer.headers.get('content-type')?.includes('json')) return [];
  const body: unknown = await answer.json().catch(() => null);
  if (typeof body !== 'object' || body === null || !('errors' in body) || !Array.isArray(body.errors)) return [];
  return body.errors.filter(isError);
};

const isError = (value: unknown): value is ProblemError =>
  typeof value === 'object' && value !== null && 'pointer' in value && typeof value.pointer === 'string' && 'rule' in value && typeof value.rule === 'string';

export const asProblem = (reason: unknown): HubProblem => (reason instanceof HubProblem ? reason : new HubProblem('broken'));
