import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { JWK } from 'jose';
import { Provider } from 'oidc-provider/lib/provider.js';
import { ConfigurationError, transportHeaders } from '@kring/platform';
import type { Clock } from '@kring/platform';
import type { Regions } from '@kring/regions';
import { originsOf } from './clients.ts';
import { allowDemoUserGrant } from './demo-user-grant.ts';
import { accountPage, expiredPage, pageHeaders } from './pages.ts';
import { interactionPath, providerConfiguration } from './provider-configuration.ts';
import { providerSecrets, publicKeyOf } from './secrets-file.ts';

export type IdentityParts = {
  /** URL under which the hub is reached, with its port and without a slash at the end: the `iss` of every token. */
  readonly issuer: string;
  readonly regions: Regions;
  /** Folder in which the signing key is kept between starts. */
  readonly dataFolder: string;
  readonly clock: Clock;
  readonly production: boolean;
};

/** What a verifier in the same process needs: no request to itself. */
export type Identity = { readonly issuer: string; readonly keys: { readonly keys: JWK[] } };

/** Largest form of the account page, in bytes. */
const longestForm = 1_024;
const discovery = '/.well-known/openid-configuration';

/**
 * The embedded OpenID provider with demonstration accounts, under `/oauth` of a Fastify instance. Throws `ConfigurationError`
 * in production: there every account needs a provider that asks who someone is.
 */
export const mountIdentity = async (fastify: FastifyInstance, { issuer, regions, dataFolder, clock, production }: IdentityParts): Promise<Identity> => {
  if (production) throw new ConfigurationError('KRING_OIDC_ISSUER', 'the embedded demo provider does not start when NODE_ENV is production; name your OpenID issuer');
  const secrets = await providerSecrets(dataFolder);
  const provider = new Provider(issuer, providerConfiguration({ issuer, regions, clock, secrets }));
  allowDemoUserGrant(provider, regions);
  await fastify.register(async (scope) => withAccountPage(scope, provider, { issuer, regions }));
  await fastify.register(async (scope) => withProvider(scope, provider));
  return { issuer, keys: { keys: [publicKeyOf(secrets.signingKey)] } };
};

const withProvider = (scope: FastifyInstance, provider: Provider): void => {
  const answer = provider.callback();
  // The provider reads the body itself.
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser('*', (_request, _payload, done) => done(null));
  const handOver = async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    reply.hijack();
    for (const [name, value] of Object.entries(transportHeaders)) reply.raw.setHeader(name, value);
    await answer(request.raw, reply.raw);
  };
  scope.get(discovery, handOver);
  scope.get(`/oauth${discovery}`, async (request, reply) => {
    request.raw.url = discovery;
    return handOver(request, reply);
  });
  scope.all('/oauth/*', handOver);
};

const withAccountPage = (scope: FastifyInstance, provider: Provider, { issuer, regions }: Pick<IdentityParts, 'issuer' | 'regions'>): void => {
  const origins = originsOf(issuer);
  const path = `${interactionPath}/:uid`;
  const refuse = (reply: FastifyReply): FastifyReply => reply.code(400).headers(pageHeaders()).send(expiredPage());

  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser<string>('application/x-www-form-urlencoded', { parseAs: 'string', bodyLimit: longestForm }, (_request, body, done) => done(null, new URLSearchParams(body)));
  scope.get(path, async ({ raw }, reply) => {
    const interaction = await provider.interactionDetails(raw, reply.raw).catch(() => null);
    if (interaction === null) return refuse(reply);
    return reply.headers(pageHeaders(origins)).send(accountPage(`${interactionPath}/${interaction.uid}`, regions));
  });
  scope.post(path, async ({ raw, body }, reply) => {
    const account = body instanceof URLSearchParams ? body.get('account') : null;
    if (account === null || regions.user(account) === undefined) return refuse(reply);
    const next = await provider.interactionResult(raw, reply.raw, { login: { accountId: account } }).catch(() => null);
    return next === null ? refuse(reply) : reply.code(303).header('location', next).send();
  });
};
