import type { BearerClaims } from '@kring/access';
import type { Regions } from '@kring/regions';

/** A demonstration account by its name, or what a partner's own system is. */
export const claimsOf = (regions: Regions, subject: { readonly clientId: string; readonly user?: string }): BearerClaims | undefined => {
  if (subject.user === undefined) {
    return regions.partner(subject.clientId) && { kring_partner: subject.clientId, kring_roles: ['system'] };
  }
  const user = regions.user(subject.user);
  return user && { kring_partner: user.partner, kring_roles: user.roles };
};
