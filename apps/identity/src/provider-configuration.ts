import type { Context, Token } from 'oidc-provider/lib/provider.js';
import { hubAudience } from '@kring/access';
import type { Clock } from '@kring/platform';
import type { Regions } from '@kring/regions';
import { BoundedStorage, adapterOf } from './bounded-adapter.ts';
import { clientsOf, originsOf } from './clients.ts';
import { showError, showLogout, showSignedOut } from './pages.ts';
import type { ProviderSecrets } from './secrets-file.ts';
import { signingAlgorithm } from './secrets-file.ts';
import { claimsOf } from './token-claims.ts';

export type ProviderParts = { readonly issuer: string; readonly regions: Regions; readonly clock: Clock; readonly secrets: ProviderSecrets };

const hour = 3600;
const lifetimes = { AccessToken: hour, ClientCredentials: hour, IdToken: hour, AuthorizationCode: 60, Interaction: 600, Session: 8 * hour, Grant: 8 * hour };

/** Every path is under `/oauth`, so that the provider shares an origin with the hub's own API and page. */
const routes = {
  authorization: '/oauth/auth', token: '/oauth/token', jwks: '/oauth/jwks', end_session: '/oauth/session/end', userinfo: '/oauth/me',
  revocation: '/oauth/token/revocation', introspection: '/oauth/token/introspection',
};
export const interactionPath = '/oauth/interaction';

export const providerConfiguration = ({ issuer, regions, clock, secrets }: ProviderParts): Readonly<Record<string, unknown>> => {
  const origins = originsOf(issuer);
  return {
    adapter: adapterOf(new BoundedStorage()),
    clients: clientsOf(regions, issuer),
    clientDefaults: { id_token_signed_response_alg: signingAlgorithm },
    clientBasedCORS: (_context: Context, origin: string) => origins.includes(origin),
    clientAuthMethods: ['client_secret_basic', 'client_secret_post', 'none'],
    jwks: { keys: [secrets.signingKey] },
    cookies: { keys: secrets.cookieKeys, long: { signed: true, sameSite: 'lax', path: '/oauth' }, short: { signed: true, sameSite: 'lax', path: '/oauth' } },
    ttl: lifetimes,
    routes,
    responseTypes: ['code'],
    pkce: { required: () => true },
    scopes: ['openid'],
    claims: { openid: ['sub', 'name', 'kring_partner', 'kring_roles'] },
    conformIdTokenClaims: false,
    findAccount: (_context: Context, user: string) => accountOf(regions, user),
    loadExistingGrant: grantWithoutAsking,
    extraTokenClaims: (_context: Context, token: Token) => claimsOf(regions, { clientId: token.clientId, ...(token.accountId !== undefined && { user: token.accountId }) }),
    formats: { customizers: { jwt: inTimeOf(clock) } },
    interactions: { url: (_context: Context, interaction: { readonly uid: string }) => `${interactionPath}/${interaction.uid}` },
    renderError: showError,
    features: {
      devInteractions: { enabled: false },
      userinfo: { enabled: false },
      clientCredentials: { enabled: true },
      rpInitiatedLogout: { enabled: true, logoutSource: showLogout(origins), postLogoutSuccessSource: showSignedOut },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => hubAudience,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({ scope: '', audience: hubAudience, accessTokenTTL: hour, accessTokenFormat: 'jwt' }),
      },
    },
  };
};

const accountOf = (regions: Regions, name: string) => {
  const user = regions.user(name);
  if (user === undefined) return undefined;
  return { accountId: name, claims: () => ({ sub: name, name: user.label, kring_partner: user.partner, kring_roles: user.roles }) };
};

/** Kring's own page asks for nothing that a user could withhold, so there is no consent screen. */
const grantWithoutAsking = async ({ oidc: { provider, session, client, account } }: Context) => {
  const known = session.grantIdFor(client.clientId);
  const found = known === undefined ? undefined : await provider.Grant.find(known);
  if (found !== undefined) return found;
  const grant = new provider.Grant({ accountId: account.accountId, clientId: client.clientId });
  grant.addOIDCScope('openid');
  await grant.save();
  return grant;
};

type Draft = { readonly payload: Record<string, unknown> & { iat: number; exp: number } };

/** The provider reads the machine's clock; tokens follow the hub's, which may be set to another instant. */
const inTimeOf = (clock: Clock) => (_context: Context, _token: Token, { payload }: Draft): void => {
  const ahead = Math.round((clock.now().getTime() - Date.now()) / 1000);
  payload.iat += ahead;
  payload.exp += ahead;
};
