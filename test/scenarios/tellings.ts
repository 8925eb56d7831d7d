/** What a partner's system tells of a household: `started('omring', '2026-04-23T09:00:00Z')`. */
export type Telling = { readonly partner: string; readonly type: string; readonly at: string; readonly data: Readonly<Record<string, unknown>> };

/** Anything, by the type without the parts that every type has. */
export const tells = (partner: string, type: string, at: string, data: Telling['data'] = {}): Telling => ({ partner, type, at, data });

/** The worker of a partner in these stories. */
export const workerOf = (partner: string) => ({ id: `${partner}-1`, name: 'Joke Werker', role: 'social-worker' });
const idOf = (partner: string): string => `${partner}-i`;

type More = Telling['data'];

export const started = (partner: string, at: string, more: More = {}): Telling =>
  tells(partner, 'involvements.started', at, { involvementId: idOf(partner), professional: workerOf(partner), level: 'basic-team', domain: 'welfare', ...more });
export const ended = (partner: string, at: string): Telling => tells(partner, 'involvements.ended', at, { involvementId: idOf(partner), reason: 'completed' });
export const confirmed = (partner: string, at: string, more: More = {}): Telling => tells(partner, 'involvements.confirmed', at, { involvementId: idOf(partner), ...more });

export const assigned = (partner: string, at: string, more: More = {}): Telling => tells(partner, 'contact-persons.assigned', at, { professional: workerOf(partner), residentPreferred: true, ...more });
export const released = (partner: string, at: string): Telling => tells(partner, 'contact-persons.released', at, { reason: 'verhuisd' });
export const covered = (partner: string, at: string, until: string): Telling =>
  tells(partner, 'contact-persons.cover-arranged', at, { professional: { ...workerOf(partner), id: `${partner}-2`, name: 'Wim Vervanger' }, until });

export const signalled = (partner: string, at: string, more: More = {}): Telling =>
  tells(partner, 'signals.raised', at, { signalId: 's-1', kind: 'nuisance', domain: 'housing', urgency: 'normal', ...more });
export const answered = (partner: string, at: string): Telling => tells(partner, 'signals.answered', at, { signalId: 's-1', outcome: 'taken-up' });
export const forwarded = (partner: string, at: string, to: string): Telling => tells(partner, 'signals.forwarded', at, { signalId: 's-1', to });

export const referred = (partner: string, at: string, to: string, more: More = {}): Telling =>
  tells(partner, 'referrals.requested', at, { referralId: `r-${to}`, chainId: 'c-1', to, discipline: 'gp', level: 'basic-team', ...more });
export const explored = (partner: string, at: string): Telling => tells(partner, 'own-strength.explored', at, { together: true, networkInvolved: false, result: 'support-needed' });

export const visits = (partner: string, at: string, startsAt: string, endsAt: string): Telling =>
  tells(partner, 'visits.planned', at, { visitId: `v-${partner}`, startsAt, endsAt, professional: workerOf(partner) });
