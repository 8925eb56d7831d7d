type Response = { readonly $ref?: string; readonly content?: Readonly<Record<string, unknown>>; readonly headers?: Readonly<Record<string, unknown>> };

export type Operation = {
  readonly method: string;
  readonly path: string;
  readonly operationId?: string;
  readonly summary?: string;
  readonly tags?: readonly string[];
  readonly security?: readonly object[];
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema?: object }>> };
  readonly responses: Readonly<Record<string, Response>>;
};

export type Document = {
  readonly openapi: string;
  readonly servers: readonly { readonly url: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly components: {
    readonly responses: Readonly<Record<string, Response>>;
    readonly schemas: Readonly<Record<string, { readonly type?: string; readonly oneOf?: readonly unknown[]; readonly properties?: Readonly<Record<string, unknown>> }>>;
  };
};

const methods = ['get', 'put', 'post', 'delete', 'patch'];

export const operationsOf = ({ paths }: Document): Operation[] =>
  Object.entries(paths).flatMap(([path, item]) => methods.filter((method) => method in item).map((method) => ({ ...(item[method] as Operation), method, path })));

/** An answer with what it refers to filled in. */
const answerIn = ({ components }: Document, answer: Response): Response => components.responses[answer.$ref?.split('/').at(-1) ?? ''] ?? answer;

const isTaking = ({ method, parameters = [] }: Operation): boolean => method !== 'get' || parameters.length > 0;

/** What an operation leaves unsaid that a reader of the document needs, in words. */
export const unsaidOf = (document: Document, operation: Operation): string[] => {
  const { method, path, operationId, summary, tags = [], security, responses, requestBody } = operation;
  const wanted = [...(isTaking(operation) ? ['400'] : []), ...(security?.length === 0 ? [] : ['401'])];
  const isProblem = (status: string): boolean => 'application/problem+json' in (answerIn(document, responses[status] ?? {}).content ?? {});
  const hasVersion = (status: string): boolean => 'API-Version' in (answerIn(document, responses[status] ?? {}).headers ?? {});
  const all = Object.keys(responses);
  const bodies = Object.entries(requestBody?.content ?? {});
  const unsaid = [
    ...(/^[a-z][A-Za-z]+$/.test(operationId ?? '') ? [] : ['a name']),
    ...((summary ?? '') === '' ? ['a summary'] : []),
    ...(tags.length === 1 ? [] : ['one tag']),
    ...(security === undefined ? ['who may call it'] : []),
    ...wanted.filter((status) => !all.includes(status)).map((status) => `the answer ${status}`),
    ...all.filter((status) => !/^[123]/.test(status) && !isProblem(status)).map((status) => `that ${status} is a problem`),
    ...all.filter((status) => !hasVersion(status)).map((status) => `the version on ${status}`),
    ...bodies.filter(([, { schema }]) => Object.keys(schema ?? {}).length === 0).map(([type]) => `the schema of ${type}`),
  ];
  return unsaid.map((what) => `${method} ${path} does not say ${what}`);
};

/** References that lead nowhere. */
export const danglingIn = (document: Document): string[] =>
  [...new Set([...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].flatMap(([, path]) => path ?? []))].filter(
    (path) => path.split('/').reduce<unknown>((part, step) => (part as Record<string, unknown> | undefined)?.[step], document) === undefined,
  );
