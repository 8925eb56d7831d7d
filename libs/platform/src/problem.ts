/** One thing that is wrong with a request: where (RFC 6901 JSON pointer into the body), which rule, and what to do. Never the value. */
export type ProblemError = { readonly pointer: string; readonly rule: string; readonly detail: string };

/** Body of `application/problem+json` (RFC 9457). */
export type ProblemBody = {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly errors: readonly ProblemError[];
};

/** An answer other than success. Thrown anywhere, made into a response in one place. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly errors: readonly ProblemError[];
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    readonly status: number,
    readonly title: string,
    readonly detail: string,
    more: { readonly errors?: readonly ProblemError[]; readonly headers?: Readonly<Record<string, string>> } = {},
  ) {
    super(title);
    this.errors = more.errors ?? [];
    this.headers = more.headers ?? {};
  }

  body(): ProblemBody {
    return { type: 'about:blank', title: this.title, status: this.status, detail: this.detail, errors: this.errors };
  }
}

/** The problems of this API, by what they mean. */
export const problem = {
  badRequest: (detail: string, errors: readonly ProblemError[] = []) => new Problem(400, 'Bad Request', detail, { errors }),
  unauthorized: (detail = 'A valid bearer token is needed; get one at /oauth/token.') =>
    new Problem(401, 'Unauthorized', detail, { headers: { 'www-authenticate': 'Bearer realm="kring"' } }),
  forbidden: (detail: string) => new Problem(403, 'Forbidden', detail),
  /** Also the answer for what exists but is not the caller's to see: the two must not differ. */
  notFound: (detail = 'There is nothing here, or nothing that you may see.') => new Problem(404, 'Not Found', detail),
  conflict: (rule: string, detail: string) => new Problem(409, 'Conflict', detail, { errors: [{ pointer: '', rule, detail }] }),
  preconditionFailed: (detail: string) => new Problem(412, 'Precondition Failed', detail),
  tooLarge: (detail: string) => new Problem(413, 'Content Too Large', detail),
  unsupportedMediaType: (detail: string) => new Problem(415, 'Unsupported Media Type', detail),
  unavailable: (detail: string, retryAfterSeconds: number) =>
    new Problem(503, 'Service Unavailable', detail, { headers: { 'retry-after': String(retryAfterSeconds) } }),
};
