import { defaultRules, rulesWith, type HouseholdEvent, type RulesOfArea } from '@kring/household';
import type { Household } from '../walk/walk.ts';

/** The household of the specs. */
export const householdId = 'h-1';

type Data = Readonly<Record<string, unknown>>;
type Told = Pick<HouseholdEvent, 'partner' | 'type' | 'occurredAt' | 'data'> & { readonly recordedAt?: string; readonly householdId?: string; readonly personal?: readonly string[] };

const noon = (day: string): string => (day.length === 10 ? `${day}T12:00:00.000Z` : day);

/** The log that these events make, in the order in which the hub had them. */
export const told = (...events: readonly Told[]): readonly HouseholdEvent[] =>
  events
    .map((event) => ({ ...event, recordedAt: event.recordedAt ?? event.occurredAt }))
    .sort((one, other) => Date.parse(one.recordedAt) - Date.parse(other.recordedAt))
    .map((event, index) => {
      const position = String(index + 1).padStart(16, '0');
      return { uuid: `uuid-${position}`, id: `e-${index + 1}`, position, source: `urn:${event.partner}`, sequence: null, householdId, personal: [], ...event };
    });

const say = (partner: string, day: string, type: string, data: Data, more: Partial<Told> = {}): Told => ({
  partner, type: `nl.kring.${type}.v1`, occurredAt: noon(day), data: { legalBasis: 'wmo', ...data }, ...more,
});

export const registered = (day: string, more: Partial<Told> = {}): Told =>
  say('gemeente-assen', day, 'households.registered', { members: [{ personId: 'p_1', relation: 'head' }], area: 'de-lariks' }, { personal: ['/members/0/name', '/address'], ...more });

export const started = (partner: string, day: string, { level = 'basic-team', ...more }: Data & { readonly level?: string } = {}, envelope: Partial<Told> = {}): Told =>
  say(partner, day, 'involvements.started', { involvementId: `i-${partner}`, professional: { id: `w-${partner}`, role: 'social-worker' }, level, domain: 'welfare', ...more }, { personal: ['/professional/name'], ...envelope });

export const ended = (partner: string, day: string): Told => say(partner, day, 'involvements.ended', { involvementId: `i-${partner}`, reason: 'completed' });

export const informed = (partner: string, day: string): Told => say(partner, day, 'residents.informed', { about: 'involvement' });

export const assigned = (partner: string, day: string): Told =>
  say(partner, day, 'contact-persons.assigned', { professional: { id: `w-${partner}`, role: 'social-worker' }, residentPreferred: true });

export const explored = (partner: string, day: string): Told => say(partner, day, 'own-strength.explored', { together: true, networkInvolved: true, result: 'network' });

export const referred = (partner: string, day: string, referralId: string, to: string): Told =>
  say(partner, day, 'referrals.requested', { referralId, chainId: 'chain-1', to, discipline: 'psychologist', level: 'basic-team' });

export const signalled = (partner: string, day: string, more: Data = {}): Told =>
  say(partner, day, 'signals.raised', { signalId: `sg-${partner}`, kind: 'loneliness', domain: 'welfare', urgency: 'normal', ...more });

export const answered = (partner: string, day: string, by = partner): Told => say(by, day, 'signals.answered', { signalId: `sg-${partner}`, outcome: 'taken-up' });

export const matched = (day: string, ...organisations: readonly string[]): Told =>
  say('hub', day, 'matches.detected', { matchId: 'm-1', involvements: organisations.map((organisation) => ({ organisation, involvementId: `i-${organisation}` })) });

export const rules: RulesOfArea = () => rulesWith({ region: 'assen' }, defaultRules);

export const household = (history: readonly HouseholdEvent[]): Household => ({ householdId, history, rules });
