import type { JWTPayload } from 'jose';

/** Who calls, as the access token says. */
export type Caller = {
  readonly kind: 'system' | 'user';
  /** The partner's code for its system, the account's name for a user. */
  readonly subject: string;
  /** The partner that the caller belongs to; null for those who belong to none. */
  readonly partner: string | null;
  readonly roles: readonly string[];
  /** Only of a resident, once the hub has found which person of a household this is. No token carries it. */
  readonly personId?: string;
};

/** What an access token of this hub says of its bearer, besides the standard claims. */
export type BearerClaims = { readonly kring_partner: string | null; readonly kring_roles: readonly string[] };

const listed = (value: unknown): string[] => (Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []);

type Claims = Pick<JWTPayload, 'sub'> & { readonly [Claim in keyof BearerClaims]?: unknown };

/** The caller that verified claims describe, or null where they describe nobody. */
export const callerFrom = ({ sub, kring_partner: partner, kring_roles }: Claims): Caller | null => {
  if (sub === undefined || sub === '') return null;
  const roles = listed(kring_roles);
  return { kind: roles.includes('system') ? 'system' : 'user', subject: sub, partner: typeof partner === 'string' ? partner : null, roles };
};
