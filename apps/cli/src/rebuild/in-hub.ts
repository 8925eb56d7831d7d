import { setTimeout as pass } from 'node:timers/promises';
import type { RebuildReport } from '@kring/projection-runtime';
import { HubRefused, problemOf, type AccessToken } from '@kring/publisher';
import { Failure } from '../failure.ts';
import { accessTokenFor } from '../hub/bearer.ts';
import { send } from '../hub/hub.ts';
import type { Terminal } from '../terminal.ts';
import type { Errand } from './rebuild.ts';
import type { RebuildOptions } from './rebuild.command.ts';

type Projection = { readonly rebuild: RebuildReport | null };

/** How often the hub is asked how far it is, in milliseconds. */
const askEveryMs = 250;
/** The demonstration's own operator, where nobody else is named. */
const demoOperator = 'beheerder@hub';

const identified = (options: RebuildOptions, { environment }: Terminal): RebuildOptions =>
  options.partner || options.user || environment['KRING_TOKEN'] ? options : { ...options, user: demoOperator };

const actionOf = ({ back, forget }: RebuildOptions): string => (back ? '_back' : forget ? '_forget' : '_rebuild');

/** Has a running hub do it, and asks how far it is until it has ended. */
export const rebuildInHub = async ({ projection, options, tell }: Errand, terminal: Terminal): Promise<RebuildReport | null> => {
  const accessToken = accessTokenFor(identified(options, terminal), terminal);
  const path = `/v1/projections/${encodeURIComponent(projection)}`;
  const { fromScratch = false, compareOnly = false } = options;
  const asked = actionOf(options);
  let { rebuild } = await ask(options.url, accessToken, `${path}/${asked}`, asked === '_rebuild' ? { fromScratch, compareOnly } : {});
  if (asked === '_forget') return null;
  while (rebuild !== null && rebuild.endedAt === null) {
    tell(rebuild);
    await pass(askEveryMs);
    ({ rebuild } = await ask(options.url, accessToken, path));
  }
  if (rebuild === null) throw new Failure('the hub was started anew meanwhile; the same command goes on with the rebuild.');
  return rebuild;
};

/** A rebuild can outlive a token, so the token is renewed where the hub does not take it any more. */
const ask = async (url: string, accessToken: AccessToken, path: string, body?: object): Promise<Projection> => {
  const request = async (renew: boolean): Promise<Response> => {
    const headers = { authorization: `Bearer ${await accessToken(renew)}`, accept: 'application/json' };
    return send(url, path, body ? { method: 'POST', headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(body) } : { headers });
  };
  let response = await request(false);
  if (response.status === 401) response = await request(true);
  if (!response.ok) throw new HubRefused(await problemOf(response));
  return (await response.json()) as Projection;
};
