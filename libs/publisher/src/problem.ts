/** One thing that is wrong, and where: a JSON pointer into what was sent. */
export type ProblemError = { pointer: string; rule: string; detail: string };

/** The body of a refusal, after RFC 9457. */
export type Problem = { type: string; title: string; status: number; detail?: string; errors?: ProblemError[] };

/** The hub answered, and the answer is no. Sending the same again will not help. */
export class HubRefused extends Error {
  override readonly name = 'HubRefused';
  constructor(readonly problem: Problem) {
    super(problem.detail ?? problem.title);
  }

  get status(): number {
    return this.problem.status;
  }
}

/** No answer, or one that says "later", after every attempt. Nothing is lost: send the same again. */
export class HubUnreachable extends Error {
  override readonly name = 'HubUnreachable';
  constructor(readonly attempts: number, reason: string) {
    super(`the hub did not answer in ${attempts} ${attempts === 1 ? 'attempt' : 'attempts'}: ${reason}`);
  }
}

/**
 * Reads the refusal out of an answer. A proxy or an identity provider between the publisher and the hub may answer in
 * another form; its status is then all that is known, and its body is left alone because it may repeat personal data.
 */
export const problemOf = async (response: Response): Promise<Problem> => {
  const body: unknown = await response.json().catch(() => undefined);
  const known = typeof body === 'object' && body !== null ? (body as Partial<Problem> & { error?: unknown }) : {};
  return {
    type: text(known.type) ?? 'about:blank',
    title: text(known.title) ?? text(known.error) ?? `HTTP ${response.status}`,
    status: response.status,
    ...(text(known.detail) === undefined ? {} : { detail: text(known.detail) }),
    ...(Array.isArray(known.errors) ? { errors: known.errors } : {}),
  };
};

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
