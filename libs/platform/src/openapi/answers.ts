import type { Schema } from './schema.ts';
import { referenceTo } from './schema.ts';

/** RFC 9457, with every error at once. */
export const problemSchema: Schema = {
  title: 'Problem',
  description: 'What went wrong (RFC 9457), with every error of the request at once.',
  type: 'object',
  required: ['type', 'title', 'status', 'detail', 'errors'],
  properties: {
    type: { type: 'string', format: 'uri-reference' },
    title: { type: 'string' },
    status: { type: 'integer', minimum: 400, maximum: 599 },
    detail: { type: 'string' },
    errors: { type: 'array', items: referenceTo('ProblemError') },
  },
};

export const problemErrorSchema: Schema = {
  title: 'ProblemError',
  type: 'object',
  required: ['pointer', 'rule', 'detail'],
  properties: {
    pointer: { type: 'string', description: 'RFC 6901 pointer into the body; empty for what is not in it.' },
    rule: { type: 'string', description: 'Stable name of the rule that was broken.' },
    detail: { type: 'string', description: 'What is asked. Never repeats a value.' },
  },
};

export const headers = {
  ApiVersion: { description: 'Full version of this API.', required: true, schema: { type: 'string' } },
  ETag: { description: 'Version of what is answered, for If-None-Match or If-Match.', schema: { type: 'string' } },
  RetryAfter: { description: 'Seconds to wait before the next try.', schema: { type: 'integer', minimum: 0 } },
  WwwAuthenticate: { description: 'How to say who you are.', schema: { type: 'string' } },
} as const satisfies Record<string, Schema>;

const headerReference = (name: keyof typeof headers): Schema => ({ $ref: `#/components/headers/${name}` });

export const versionHeader: Schema = { 'API-Version': headerReference('ApiVersion') };

type Answer = { readonly name: string; readonly description: string; readonly headers?: Schema };

/** What an answer other than success means, whichever operation gives it. */
const answers: Readonly<Record<string, Answer>> = {
  400: { name: 'BadRequest', description: 'The request does not fit; every error at once.' },
  401: { name: 'Unauthorized', description: 'A valid bearer token is needed.', headers: { 'WWW-Authenticate': headerReference('WwwAuthenticate') } },
  403: { name: 'Forbidden', description: 'This is not for callers of your kind.' },
  404: { name: 'NotFound', description: 'There is nothing here, or nothing that you may see.' },
  409: { name: 'Conflict', description: 'What is recorded already does not allow it; `errors` names the rule.' },
  412: { name: 'PreconditionFailed', description: 'More was recorded since the version that If-Match names.' },
  413: { name: 'ContentTooLarge', description: 'The body is larger than this operation takes.' },
  415: { name: 'UnsupportedMediaType', description: 'This operation does not take this media type.' },
  503: { name: 'ServiceUnavailable', description: 'Not now; Retry-After says when.', headers: { 'Retry-After': headerReference('RetryAfter') } },
  default: { name: 'OtherProblem', description: 'Any other problem.' },
};

const problemContent: Schema = { 'application/problem+json': { schema: referenceTo('Problem') } };

export const responses: Readonly<Record<string, Schema>> = Object.fromEntries(
  Object.values(answers).map(({ name, description, headers: more }) => [name, { description, headers: { ...versionHeader, ...more }, content: problemContent }]),
);

type Response = { readonly description?: string; readonly headers?: Schema; readonly content?: Schema };

/** An answer as an operation gives it: what is the same everywhere is referred to, what is said of this operation stays. */
export const answerOf = (status: string, { description = '', headers: own, content }: Response = {}): Schema => {
  const isProblem = !/^[123]/.test(status);
  const common = answers[status];
  if (common && isProblem && own === undefined && (description === '' || description === common.description)) return { $ref: `#/components/responses/${common.name}` };
  return { description, headers: { ...versionHeader, ...common?.headers, ...own }, ...(isProblem ? { content: problemContent } : content && { content }) };
};
