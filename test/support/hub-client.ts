import type { CloudEvent } from './events.ts';

/** An answer, with its body as text and, where it is JSON, as a value. */
export type Answer<Body = unknown> = { status: number; headers: Headers; text: string; body: Body };

export type PublishAnswer = {
  accepted: number;
  duplicates: number;
  rejected: number;
  position: string;
  results: { id: string; status: string; position?: string; householdId?: string; problem?: unknown }[];
};

/** A hub as a partner's system or a person meets it: over HTTP alone. */
export type HubClient = {
  token: (partner: string) => Promise<string>;
  publish: (partner: string, events: readonly CloudEvent[]) => Promise<Answer<PublishAnswer>>;
  get: <Body = unknown>(path: string, token: string, headers?: Record<string, string>) => Promise<Answer<Body>>;
  post: <Body = unknown>(path: string, token: string, body: unknown, headers?: Record<string, string>) => Promise<Answer<Body>>;
};

export const hubClient = (url: string): HubClient => {
  const tokens = new Map<string, Promise<string>>();
  const token = (partner: string): Promise<string> => {
    const known = tokens.get(partner) ?? askToken(url, partner);
    tokens.set(partner, known);
    known.catch(() => tokens.delete(partner));
    return known;
  };
  const ask = async <Body>(path: string, bearer: string, { headers, ...init }: RequestInit & { headers?: Record<string, string> }): Promise<Answer<Body>> =>
    answerOf(await fetch(url + path, { ...init, headers: { authorization: `Bearer ${bearer}`, 'processing-activity': 'coordination', ...headers } }));
  return {
    token,
    publish: async (partner, events) =>
      ask('/v1/events', await token(partner), { method: 'POST', body: JSON.stringify(events), headers: { 'content-type': 'application/cloudevents-batch+json' } }),
    get: (path, bearer, headers = {}) => ask(path, bearer, { headers }),
    post: (path, bearer, body, headers = {}) => ask(path, bearer, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json', ...headers } }),
  };
};

const answerOf = async <Body>(response: Response): Promise<Answer<Body>> => {
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') && text !== '';
  return { status: response.status, headers: response.headers, text, body: (isJson ? JSON.parse(text) : undefined) as Body };
};

/** Partner systems of the demonstration have a secret that follows from their code. */
const askToken = async (url: string, partner: string): Promise<string> => {
  const body = new URLSearchParams({ grant_type: 'client_credentials', client_id: partner, client_secret: `demo-${partner}` });
  const response = await fetch(`${url}/oauth/token`, { method: 'POST', body });
  if (!response.ok) throw new Error(`no token for ${partner}: ${response.status} ${await response.text()}`);
  return ((await response.json()) as { access_token: string }).access_token;
};
