import { answerOf } from './answers.ts';
import type { Schema } from './schema.ts';

type Responses = Readonly<Record<string, Parameters<typeof answerOf>[1]>>;
export type Operation = {
  readonly parameters?: readonly unknown[];
  readonly requestBody?: unknown;
  readonly responses?: Responses;
  readonly security?: readonly unknown[];
  readonly tags?: readonly string[];
};
type PathItem = Readonly<Record<string, Operation>>;
type Paths = Readonly<Record<string, PathItem>>;

/** The major version that the root of the document stands for (NL API Design Rules, core/uri-version). */
const root = '/v1';

/** The answers that an operation can give because of what it takes, whoever wrote it. */
const expected = ({ parameters = [], requestBody }: Operation, isOpen: boolean): readonly string[] => [
  ...(parameters.length > 0 || requestBody !== undefined ? ['400'] : []),
  ...(isOpen ? [] : ['401']),
  ...(requestBody === undefined ? [] : ['413', '415']),
  '503',
  'default',
];

/** An operation with its security and every answer that it can give. Unless it says otherwise, it is for those who are known. */
const completed = (operation: Operation): Operation => {
  const security = operation.security ?? [{ bearer: [] }];
  const known = operation.responses ?? {};
  const statuses = [...new Set([...Object.keys(known), ...expected(operation, security.length === 0)])].toSorted();
  return { ...operation, security, responses: Object.fromEntries(statuses.map((status) => [status, answerOf(status, known[status])])) };
};

/** What stands under `/v1` is written without it, as the server's URL has it; what stands elsewhere says so. */
const placed = (path: string, item: PathItem): [string, Schema] =>
  path.startsWith(`${root}/`) ? [path.slice(root.length), item] : [path, { servers: [{ url: '/' }], ...item }];

export const servers = [{ url: root }];

export const completedPaths = (paths: Paths): Schema =>
  Object.fromEntries(Object.entries(paths).map(([path, item]) => placed(path, Object.fromEntries(Object.entries(item).map(([method, operation]) => [method, completed(operation)])))));

export const tagsOf = (paths: Paths): readonly { readonly name: string }[] =>
  [...new Set(Object.values(paths).flatMap((item) => Object.values(item).flatMap(({ tags = [] }) => tags)))].toSorted().map((name) => ({ name }));
