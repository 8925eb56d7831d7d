import { HubRefused, problemOf, type AccessToken } from '@kring/publisher';
import { Failure } from '../failure.ts';
import type { Terminal } from '../terminal.ts';
import { send } from './hub.ts';
import type { HubOptions } from './options.ts';

/** The embedded identity provider gives the demo accounts a token without a password; another issuer never will. */
const demoUser = 'urn:kring:params:oauth:grant-type:demo-user';

export type Bearer = { readonly access_token: string; readonly token_type: string; readonly expires_in: number };

export const bearerOfPartner = (url: string, code: string): Promise<Bearer> =>
  askToken(url, { grant_type: 'client_credentials', client_id: code, client_secret: `demo-${code}` });

export const bearerOfUser = (url: string, user: string): Promise<Bearer> => askToken(url, { grant_type: demoUser, client_id: 'kring-cli', user });

const askToken = async (url: string, form: Record<string, string>): Promise<Bearer> => {
  const response = await send(url, '/oauth/token', { method: 'POST', body: new URLSearchParams(form) });
  if (!response.ok) throw new HubRefused(await problemOf(response));
  return (await response.json()) as Bearer;
};

/** As whom: what the command line says goes before what the environment says. */
export const accessTokenFor = ({ url, partner, user }: HubOptions, { environment }: Terminal): AccessToken => {
  const given = environment['KRING_TOKEN'];
  if (!partner && !user && !given) throw new Failure('say as whom: --partner CODE, --user USER, or a token in KRING_TOKEN.', 2);
  if (!partner && !user) return () => Promise.resolve(given!);
  const ask = (): Promise<Bearer> => (partner ? bearerOfPartner(url, partner) : bearerOfUser(url, user!));
  let held: Promise<Bearer> | undefined;
  return async (renew = false) => {
    if (renew || !held) held = ask();
    return (await held).access_token;
  };
};
