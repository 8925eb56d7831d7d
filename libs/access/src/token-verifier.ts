import { createLocalJWKSet, createRemoteJWKSet, errors, jwtVerify } from 'jose';
import type { JSONWebKeySet, JWTVerifyGetKey } from 'jose';
import { problem } from '@kring/platform';
import type { Clock } from '@kring/platform';
import { callerFrom } from './caller.ts';
import type { Caller } from './caller.ts';
import { VerifiedTokens } from './verified-tokens.ts';

/** Audience of every token for this API. */
export const hubAudience = 'urn:kring:hub';
const algorithms = ['ES256', 'EdDSA', 'PS256', 'RS256'];
/** How far the clock of the issuer may be off. */
const toleranceSeconds = 30;

export type VerifierParts = {
  readonly issuer: string;
  /** From `localKeys` or `remoteKeys`. */
  readonly keys: JWTVerifyGetKey;
  readonly clock: Clock;
  readonly verified?: VerifiedTokens;
};

/** Keys that are at hand, as those of the embedded provider. */
export const localKeys = (keys: JSONWebKeySet): JWTVerifyGetKey => createLocalJWKSet(keys);

/** Keys that the issuer publishes; found by OpenID discovery at the first token, fetched again when a token names an unknown one. */
export const remoteKeys = (issuer: string): JWTVerifyGetKey => {
  let keys: Promise<JWTVerifyGetKey> | undefined;
  return async (header, token) => {
    keys ??= discoveredKeys(issuer).catch((error: unknown) => {
      keys = undefined;
      throw error;
    });
    return (await keys)(header, token);
  };
};

const discoveredKeys = async (issuer: string): Promise<JWTVerifyGetKey> => {
  const answer = await fetch(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`, { signal: AbortSignal.timeout(5_000) });
  if (!answer.ok) throw new Error(`the OpenID issuer answered ${answer.status} to discovery`);
  const { jwks_uri: address } = (await answer.json()) as { readonly jwks_uri?: unknown };
  if (typeof address !== 'string') throw new Error('the OpenID issuer publishes no keys');
  return createRemoteJWKSet(new URL(address));
};

/** Turns a bearer token into its caller, or refuses it with 401. */
export class TokenVerifier {
  readonly #parts: VerifierParts;
  readonly #verified: VerifiedTokens;

  constructor(parts: VerifierParts) {
    this.#parts = parts;
    this.#verified = parts.verified ?? new VerifiedTokens();
  }

  /** @throws Problem 401 when the token is not valid now, 503 when the issuer's keys cannot be had. */
  async callerOf(token: string): Promise<Caller> {
    const now = this.#parts.clock.now();
    return this.#verified.get(token, now.getTime()) ?? this.#verify(token, now);
  }

  async #verify(token: string, now: Date): Promise<Caller> {
    const { issuer, keys } = this.#parts;
    const { payload } = await jwtVerify(token, keys, {
      issuer, audience: hubAudience, algorithms, currentDate: now, clockTolerance: toleranceSeconds, requiredClaims: ['sub', 'exp'],
    }).catch(refuse);
    const caller = callerFrom(payload);
    if (caller === null) throw problem.unauthorized();
    this.#verified.put(token, caller, (payload.exp ?? 0) * 1000);
    return caller;
  }
}

/** What is wrong with a token is the issuer's to say, not ours: it helps whoever forges one. */
const refuse = (error: unknown): never => {
  const ofTheToken = error instanceof errors.JOSEError && !(error instanceof errors.JWKSTimeout);
  throw ofTheToken ? problem.unauthorized() : problem.unavailable('The keys of the OpenID issuer cannot be had now. Try again.', 5);
};
