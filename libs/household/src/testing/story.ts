import type { CommonData } from '../event-data.ts';
import type { HouseholdEvent } from '../event.ts';
import { told, type Envelope } from './events.ts';

/** The events of the specs' stories in short: who, when, and only what the spec is about. */

type More = CommonData & { readonly envelope?: Envelope };

const rest = ({ envelope: _envelope, ...data }: More): CommonData => data;

export const worker = (id: string, role = 'social-worker') => ({ id, role });

export const registered = (at: string, { partner = 'gemeente-assen', members = ['p_1'], area = 'de-lariks', envelope }: { partner?: string; members?: string[]; area?: string; envelope?: Envelope } = {}): HouseholdEvent =>
  told(partner, at, 'nl.kring.households.registered.v1', { members: members.map((personId) => ({ personId })), area }, { personal: ['/members/0/name', '/address'], ...envelope });

export const started = (partner: string, at: string, involvementId: string, { level = 'basic-team', domain = 'care', by = `w-${partner}`, ...more }: More & { level?: string; domain?: string; by?: string } = {}): HouseholdEvent =>
  told(partner, at, 'nl.kring.involvements.started.v1', { involvementId, professional: worker(by), level, domain, legalBasis: 'wmo', ...rest(more) }, { personal: ['/professional/name'], ...more.envelope });

export const changed = (partner: string, at: string, involvementId: string, { envelope, ...change }: More & { level?: string; domain?: string; by?: string } = {}): HouseholdEvent => {
  const { by, ...data } = change;
  return told(partner, at, 'nl.kring.involvements.changed.v1', { involvementId, ...data, ...(by ? { professional: worker(by) } : {}) }, envelope);
};

export const ended = (partner: string, at: string, involvementId: string, { envelope, ...more }: More = {}): HouseholdEvent =>
  told(partner, at, 'nl.kring.involvements.ended.v1', { involvementId, reason: 'completed', ...more }, envelope);

export const confirmed = (partner: string, at: string, involvementId: string, { envelope, ...more }: More = {}): HouseholdEvent =>
  told(partner, at, 'nl.kring.involvements.confirmed.v1', { involvementId, ...more }, envelope);

export const contested = (partner: string, at: string, involvementId: string, envelope?: Envelope): HouseholdEvent =>
  told(partner, at, 'nl.kring.involvements.contested.v1', { involvementId }, envelope);

export const assigned = (partner: string, at: string, { by = `w-${partner}`, envelope, ...more }: More & { by?: string } = {}): HouseholdEvent =>
  told(partner, at, 'nl.kring.contact-persons.assigned.v1', { professional: worker(by, 'neighbourhood-supporter'), residentPreferred: true, ...more }, { personal: ['/professional/name', '/professional/phone'], ...envelope });

export const released = (partner: string, at: string, envelope?: Envelope): HouseholdEvent => told(partner, at, 'nl.kring.contact-persons.released.v1', {}, envelope);

export const handedOver = (partner: string, at: string, from: string, to: string, toOrganisation?: string): HouseholdEvent =>
  told(partner, at, 'nl.kring.contact-persons.handed-over.v1', { from: worker(from), to: worker(to), ...(toOrganisation ? { toOrganisation } : {}) }, { personal: ['/to/name'] });

export const covered = (partner: string, at: string, until: string, by = 'w-cover'): HouseholdEvent =>
  told(partner, at, 'nl.kring.contact-persons.cover-arranged.v1', { professional: worker(by), until });

export const supporterAdded = (partner: string, at: string, supporterId: string, kind = 'neighbour', envelope?: Envelope): HouseholdEvent =>
  told(partner, at, 'nl.kring.supporters.added.v1', { supporterId, kind, agreed: true }, { personal: ['/label'], ...envelope });

export const supporterRemoved = (partner: string, at: string, supporterId: string): HouseholdEvent => told(partner, at, 'nl.kring.supporters.removed.v1', { supporterId });

export const signalRaised = (partner: string, at: string, signalId: string, { urgency = 'normal', addressedTo, envelope, ...more }: More & { urgency?: 'low' | 'normal' | 'urgent'; addressedTo?: string } = {}): HouseholdEvent =>
  told(partner, at, 'nl.kring.signals.raised.v1', { signalId, kind: 'loneliness', domain: 'welfare', urgency, ...(addressedTo ? { addressedTo } : {}), ...more }, envelope);

export const signalForwarded = (partner: string, at: string, signalId: string, to: string): HouseholdEvent => told(partner, at, 'nl.kring.signals.forwarded.v1', { signalId, to });

export const signalAnswered = (partner: string, at: string, signalId: string, envelope?: Envelope): HouseholdEvent =>
  told(partner, at, 'nl.kring.signals.answered.v1', { signalId, outcome: 'taken-up' }, envelope);

export const visitPlanned = (partner: string, at: string, visitId: string, startsAt: string, endsAt: string, { envelope, ...more }: More = {}): HouseholdEvent =>
  told(partner, at, 'nl.kring.visits.planned.v1', { visitId, startsAt, endsAt, professional: worker(`w-${partner}`), ...more }, envelope);

export const visitMoved = (partner: string, at: string, visitId: string, startsAt: string, endsAt: string): HouseholdEvent =>
  told(partner, at, 'nl.kring.visits.rescheduled.v1', { visitId, startsAt, endsAt });

export const visitCancelled = (partner: string, at: string, visitId: string): HouseholdEvent => told(partner, at, 'nl.kring.visits.cancelled.v1', { visitId });

export const jointVisit = (partner: string, at: string, visits: readonly (readonly [string, string])[], startsAt: string, endsAt: string): HouseholdEvent =>
  told(partner, at, 'nl.kring.visits.joint-agreed.v1', { visitIds: visits.map(([organisation, visitId]) => ({ organisation, visitId })), startsAt, endsAt });

export const referred = (partner: string, at: string, referralId: string, to: string, chainId = 'chain-1'): HouseholdEvent =>
  told(partner, at, 'nl.kring.referrals.requested.v1', { referralId, chainId, to, discipline: 'psychologist', level: 'specialist' });

export const referralOutcome = (partner: string, at: string, referralId: string, outcome: 'accepted' | 'started' | 'completed' | 'cancelled'): HouseholdEvent =>
  told(partner, at, `nl.kring.referrals.${outcome}.v1`, { referralId });

export const referralRejected = (partner: string, at: string, referralId: string): HouseholdEvent =>
  told(partner, at, 'nl.kring.referrals.rejected.v1', { referralId, reason: 'capacity' });

export const detected = (at: string, organisations: readonly string[], matchId = 'm-1'): HouseholdEvent =>
  told('hub', at, 'nl.kring.matches.detected.v1', { matchId, involvements: organisations.map((organisation) => ({ organisation, involvementId: 'i-1' })) });

export const acknowledged = (partner: string, at: string, matchId = 'm-1'): HouseholdEvent => told(partner, at, 'nl.kring.matches.acknowledged.v1', { matchId });

export const agreed = (partner: string, at: string, matchId = 'm-1'): HouseholdEvent => told(partner, at, 'nl.kring.matches.coordination-agreed.v1', { matchId, owner: worker(`w-${partner}`) });

export const matchClosed = (partner: string, at: string, matchId = 'm-1'): HouseholdEvent => told(partner, at, 'nl.kring.matches.closed.v1', { matchId, outcome: 'one-plan' });

export const explored = (partner: string, at: string): HouseholdEvent => told(partner, at, 'nl.kring.own-strength.explored.v1', { together: true, networkInvolved: true, result: 'network' });

export const residentInformed = (partner: string, at: string, { about = 'involvement', deferred = false }: { about?: string; deferred?: boolean } = {}): HouseholdEvent =>
  told(partner, at, 'nl.kring.residents.informed.v1', { about }, { personal: deferred ? ['/deferredReason'] : [] });

export const consentGiven = (partner: string, at: string, { expiresOn, withOrganisations, scope = 'share-involvement' }: { expiresOn?: string; withOrganisations?: string[]; scope?: string } = {}): HouseholdEvent =>
  told(partner, at, 'nl.kring.consents.given.v1', { scope, ...(expiresOn ? { expiresOn } : {}), ...(withOrganisations ? { withOrganisations } : {}) });

export const consentWithdrawn = (partner: string, at: string, scope = 'share-involvement'): HouseholdEvent => told(partner, at, 'nl.kring.consents.withdrawn.v1', { scope });

export const pulseChecked = (partner: string, at: string, nextDue?: string): HouseholdEvent =>
  told(partner, at, 'nl.kring.pulse-checks.recorded.v1', { channel: 'visit', trend: 'stable', ...(nextDue ? { nextDue } : {}) });

export const aftercareStarted = (partner: string, at: string, until: string): HouseholdEvent => told(partner, at, 'nl.kring.aftercare.started.v1', { until });

export const aftercareContacted = (partner: string, at: string): HouseholdEvent => told(partner, at, 'nl.kring.aftercare.contacted.v1', { trend: 'improving' });

export const aftercareClosed = (partner: string, at: string): HouseholdEvent => told(partner, at, 'nl.kring.aftercare.closed.v1', {});

export const partnersUpdated = (partner: string, at: string): HouseholdEvent => told(partner, at, 'nl.kring.partners.updated.v1', { recipients: ['omring'], trend: 'stable' });

export const reporterInformed = (partner: string, at: string, signalId: string): HouseholdEvent => told(partner, at, 'nl.kring.signals.reporter-informed.v1', { signalId });
