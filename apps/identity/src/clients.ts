import type { Regions } from '@kring/regions';
import { demoUserGrant } from './demo-user-grant.ts';

/** The page at `/`. */
export const webClient = 'kring-web';
/** The command line, which asks for a token of any demonstration account. */
export const cliClient = 'kring-cli';

/** The secret of a partner's system in the demonstration. */
export const demoSecret = (partner: string): string => `demo-${partner}`;

/** A hub on a loopback address answers under both of its names. */
export const originsOf = (issuer: string): string[] => {
  const { origin, hostname, port } = new URL(issuer);
  if (hostname !== '127.0.0.1' && hostname !== 'localhost') return [origin];
  const at = port === '' ? '' : `:${port}`;
  return [`http://127.0.0.1${at}`, `http://localhost${at}`];
};

export const clientsOf = (regions: Regions, issuer: string): Readonly<Record<string, unknown>>[] => {
  const pages = originsOf(issuer).map((origin) => `${origin}/`);
  return [
    ...regions.partners.map(({ code, name }) => ({
      client_id: code, client_name: name, client_secret: demoSecret(code), token_endpoint_auth_method: 'client_secret_post',
      grant_types: ['client_credentials'], redirect_uris: [], response_types: [],
    })),
    {
      client_id: webClient, client_name: 'Kring', token_endpoint_auth_method: 'none', grant_types: ['authorization_code'], response_types: ['code'],
      redirect_uris: pages, post_logout_redirect_uris: pages,
    },
    { client_id: cliClient, client_name: 'kring', token_endpoint_auth_method: 'none', grant_types: [demoUserGrant], redirect_uris: [], response_types: [] },
  ];
};
