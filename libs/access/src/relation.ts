import type { SealedCircle } from '@kring/household';
import type { Regions } from '@kring/regions';
import type { Caller } from './caller.ts';
import type { Relation } from './policies/policy.ts';
import { isVolunteer } from './policies/volunteer.ts';

/** How long an organisation that ended its involvement, or only told something, still coordinates: the term of alert A10. */
export const daysOfInterest = 183;
const day = 86_400_000;
const watchers: readonly string[] = ['auditor', 'privacy-officer'];
const liveReferral: readonly string[] = ['requested', 'accepted', 'started'];

/**
 * How the caller stands to the household, by the circle as it is now. Null: in no way, and then the answer is not-found, the same
 * as for a household that does not exist.
 */
export const relationOf = (caller: Caller, circle: SealedCircle, regions: Regions): Relation | null => {
  const { kind, roles, partner } = caller;
  if (kind === 'user' && roles.some((role) => watchers.includes(role))) return 'auditor';
  if (kind === 'user' && roles.includes('resident')) return isMember(caller, circle) ? 'resident' : null;
  const home = partner === null ? undefined : regions.partner(partner);
  if (home === undefined) return null;
  if (coordinates(caller, circle, regions)) return 'coordinator';
  if (isVolunteer(caller) || !worksWithHouseholds(caller)) return null;
  if (circle.contactPerson?.organisation === home.code) return 'contact-person';
  if (!isInvolved(home.code, circle, regions)) return null;
  return home.kind === 'housing' ? 'corporation' : 'caseworker';
};

const isMember = ({ personId }: Caller, { members }: SealedCircle): boolean => personId !== undefined && members.some((member) => member.personId === personId);

/** A partner's system reads as its caseworker would; other roles, such as that of a team coordinator, see figures and no households. */
const worksWithHouseholds = ({ kind, roles }: Caller): boolean => kind === 'system' || roles.includes('caseworker') || roles.includes('coordinator');

/** The gemeente that registered the household, or is responsible where it lives: its system, and its users with the role of regisseur. */
const coordinates = ({ kind, roles, partner }: Caller, { coordinator, area }: SealedCircle, regions: Regions): boolean =>
  partner !== null && (kind === 'system' || roles.includes('coordinator')) &&
  (coordinator?.organisation === partner || regions.municipalityOf(area) === partner);

/**
 * An organisation is involved while it has something to do here: an involvement that runs or ended within the term, a signal or
 * referral to deal with, or when it told the hub something within the term. So whoever publishes about a household can also
 * coordinate; that it published, and why it says it may, is on record.
 */
const isInvolved = (own: string, { involvements, signals, referralChains, freshness, asOf }: SealedCircle, regions: Regions): boolean => {
  const since = Date.parse(asOf) - daysOfInterest * day;
  const isOwn = (code: string | null): boolean => code !== null && regions.organisationsBehind(code).includes(own);
  return (
    involvements.some(({ organisation, until }) => organisation === own && (until === null || Date.parse(until) >= since)) ||
    signals.some(({ state, raisedBy, addressedTo }) => state !== 'answered' && (raisedBy === own || isOwn(addressedTo))) ||
    referralChains.some(({ steps }) => steps.some(({ state, from, to }) => liveReferral.includes(state) && (isOwn(from) || isOwn(to)))) ||
    freshness.some(({ organisation, lastEventAt }) => organisation === own && Date.parse(lastEventAt) >= since)
  );
};
