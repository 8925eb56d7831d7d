import type { FastifyInstance } from 'fastify';
import { TokenVerifier, localKeys, remoteKeys } from '@kring/access';
import { mountIdentity } from '@kring/identity';
import type { Identity, IdentityParts } from '@kring/identity';

export type Issuer = { readonly verifier: TokenVerifier; mount(fastify: FastifyInstance): Promise<void> };

/** Who vouches for callers: the OpenID issuer that is named, or else the demonstration provider inside this process. */
export const issuerFor = (external: string, inside: IdentityParts): Issuer => {
  if (external !== '') return { verifier: new TokenVerifier({ issuer: external, keys: remoteKeys(external), clock: inside.clock }), mount: async () => undefined };
  let identity: Identity | undefined;
  const verifier = new TokenVerifier({
    issuer: inside.issuer,
    clock: inside.clock,
    // The provider's keys are known once it is mounted, which is before anything listens.
    keys: async (header, token) => localKeys(identity?.keys ?? { keys: [] })(header, token),
  });
  return {
    verifier,
    mount: async (fastify) => {
      identity = await mountIdentity(fastify, inside);
    },
  };
};
