import { HubRefused, problemOf } from './problem.ts';

/** Gives a bearer token; `renew` says that the last one was refused. */
export type AccessToken = (renew?: boolean) => Promise<string>;

/** A token ends this many milliseconds before its time: it must still be good when it arrives. */
const margin = 30_000;

export type ClientCredentials = { readonly clientId: string; readonly clientSecret: string };
/** A token as it came, and when to stop using it (milliseconds since 1970). */
type Held = { readonly token: string; readonly until: number };

/**
 * A partner system's own token, by OAuth 2.0 client credentials; asked for once, kept until shortly before its end, and
 * asked for once even when several calls need it at the same time.
 */
export const clientCredentials = (
  { clientId, clientSecret }: ClientCredentials,
  { send, now }: { send: (path: string, init: RequestInit) => Promise<Response>; now: () => number },
): AccessToken => {
  let held: Held | undefined;
  let asking: Promise<Held> | undefined;
  const ask = async (): Promise<Held> => {
    const body = new URLSearchParams({ grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret });
    const response = await send('/oauth/token', { method: 'POST', body });
    if (!response.ok) throw new HubRefused(await problemOf(response));
    const answer = (await response.json()) as { access_token: string; expires_in?: number };
    return { token: answer.access_token, until: now() + (answer.expires_in ?? 60) * 1000 - margin };
  };
  return async (renew = false) => {
    if (!renew && held && now() < held.until) return held.token;
    asking ??= ask().finally(() => { asking = undefined; });
    held = await asking;
    return held.token;
  };
};

/** A token that someone else looks after. */
export const givenToken = (token: string): AccessToken => () => Promise.resolve(token);
