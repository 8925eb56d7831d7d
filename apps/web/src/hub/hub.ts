import type { Circle } from '@kring/contracts';
import type { Purpose } from '@kring/contracts/codes';
import type { AlertPage, FoundHousehold, Moment, SearchQuery, Timeline } from './answers.ts';
import { HubProblem, problemOf } from './problem.ts';

/** Every view of a household names its purpose; the hub logs it beside who looked. */
type Asked = { purpose: Purpose; signal?: AbortSignal };
type AccessToken = () => string | null;

/** The hub as this page uses it. Personal data goes in a body, never in an address. */
export type Hub = {
  search: (query: SearchQuery, asked: Asked) => Promise<FoundHousehold[]>;
  circle: (householdId: string, moment: Moment, asked: Asked) => Promise<Circle>;
  timeline: (householdId: string, next: string | null, asked: Asked) => Promise<Timeline>;
  alerts: (next: string | null, asked: Asked) => Promise<AlertPage>;
  changes: (householdId: string, lastEventId: string | null, asked: Asked) => Promise<ReadableStream<Uint8Array>>;
};

export const hubAt = (origin: string, token: AccessToken): Hub => {
  const ask = asker(origin, token);
  const read = async <Answer>(path: string, asked: Asked, init: RequestInit = {}): Promise<Answer> => (await ask(path, asked, init)).json() as Promise<Answer>;
  return {
    search: async (query, asked) => {
      const init = { method: 'POST', body: JSON.stringify(query), headers: { 'content-type': 'application/json' } };
      return (await read<{ households: FoundHousehold[] }>('/v1/households/_search', asked, init)).households;
    },
    circle: (householdId, moment, asked) => read(`/v1/households/${encodeURIComponent(householdId)}/circle${momentQuery(moment)}`, asked),
    timeline: (householdId, next, asked) => read(`/v1/households/${encodeURIComponent(householdId)}/timeline${pageQuery(next)}`, asked),
    alerts: (next, asked) => read(`/v1/alerts${pageQuery(next)}`, asked),
    changes: async (householdId, lastEventId, asked) => {
      const headers: Record<string, string> = { accept: 'text/event-stream', ...(lastEventId ? { 'last-event-id': lastEventId } : {}) };
      const answer = await ask(`/v1/households/${encodeURIComponent(householdId)}/circle/changes`, asked, { headers });
      if (!answer.body) throw new HubProblem('broken');
      return answer.body;
    },
  };
};

const asker = (origin: string, token: AccessToken) => async (path: string, { purpose, signal }: Asked, init: RequestInit): Promise<Response> => {
  const bearer = token();
  if (!bearer) throw new HubProblem('signed-out');
  const headers = { accept: 'application/json', authorization: `Bearer ${bearer}`, 'processing-activity': purpose, ...(init.headers as Record<string, string> | undefined) };
  const request: RequestInit = { ...init, headers, cache: 'no-store', credentials: 'omit', referrerPolicy: 'no-referrer', redirect: 'error', signal: signal ?? null };
  const answer = await fetch(origin + path, request).catch((reason: unknown) => {
    throw signal?.aborted ? reason : new HubProblem('unreachable');
  });
  if (!answer.ok) throw await problemOf(answer);
  return answer;
};

const pageQuery = (next: string | null): string => (next ? `?after=${encodeURIComponent(next)}` : '');

const momentQuery = ({ asOf, knownAt }: Moment): string => {
  const query = new URLSearchParams();
  if (asOf) query.set('asOf', asOf);
  if (knownAt) query.set('knownAt', knownAt);
  return query.size === 0 ? '' : `?${query}`;
};
