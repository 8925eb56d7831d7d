import { defaultPatience, HubRefused, persistently, problemOf, realPace, type AccessToken } from '@kring/publisher';

/** A person waits for the answer, so a hub that does not answer is given up on after a second, not after a minute. */
const patience = { ...defaultPatience, attempts: 3, longestDelay: 5_000, timeout: 30_000 };

/** @throws HubUnreachable when there is no answer */
export const send = (url: string, path: string, init: RequestInit = {}): Promise<Response> =>
  persistently((signal) => fetch(`${url.replace(/\/+$/, '')}${path}`, { ...init, signal }), { patience, pace: realPace });

/**
 * Reads from the hub as someone, for a purpose.
 *
 * @throws HubRefused when the hub says no
 */
export const read = async <Answer>(url: string, path: string, { accessToken, purpose }: { accessToken: AccessToken; purpose: string }): Promise<Answer> => {
  const headers = { authorization: `Bearer ${await accessToken()}`, accept: 'application/json', 'processing-activity': purpose };
  const response = await send(url, path, { headers });
  if (!response.ok) throw new HubRefused(await problemOf(response));
  return (await response.json()) as Answer;
};
