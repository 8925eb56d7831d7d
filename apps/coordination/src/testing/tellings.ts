import type { JsonObject } from '@kring/event-store';
import type { Telling } from './acting-hub.ts';

/** What happens in the specs' household, in short. */

const worker = (partner: string): JsonObject => ({ id: `w-${partner}`, role: 'social-worker' });

export const registered = (householdId = 'h-1'): Telling => ({ partner: 'gemeente', householdId, type: 'households.registered', data: { members: [{ personId: `p-${householdId}` }], area: 'princenhof' } });

export const started = (partner: string, more: JsonObject = {}, telling: Partial<Telling> = {}): Telling => ({
  partner,
  type: 'involvements.started',
  data: { involvementId: `i-${partner}`, professional: worker(partner), level: 'basic-team', domain: 'care', ...more },
  ...telling,
});

export const ended = (partner: string): Telling => ({ partner, type: 'involvements.ended', data: { involvementId: `i-${partner}`, reason: 'completed' } });

export const assigned = (partner: string): Telling => ({ partner, type: 'contact-persons.assigned', data: { professional: worker(partner), residentPreferred: true } });

export const released = (partner: string): Telling => ({ partner, type: 'contact-persons.released' });

export const signalled = (partner: string, signalId = 's-1', urgency = 'normal'): Telling => ({ partner, type: 'signals.raised', data: { signalId, kind: 'loneliness', domain: 'welfare', urgency } });

export const answered = (partner: string, signalId = 's-1'): Telling => ({ partner, type: 'signals.answered', data: { signalId, outcome: 'taken-up' } });

export const visit = (partner: string, visitId: string, startsAt: string): Telling => ({
  partner,
  type: 'visits.planned',
  data: { visitId, startsAt, endsAt: new Date(Date.parse(startsAt) + 1_800_000).toISOString(), professional: worker(partner) },
});

export const merged = (householdId: string, from: string): Telling => ({ partner: 'gemeente', householdId, type: 'households.merged', data: { from: [from] } });

export const matchClosed = (partner: string, matchId: string): Telling => ({ partner, type: 'matches.closed', data: { matchId, outcome: 'one-plan' } });
