import { InvolvementChangedData, InvolvementConfirmedData, InvolvementEndedData, InvolvementStartedData } from '@kring/contracts';
import { fact } from '../deciding/decider.ts';
import type { Circumstances, Content, Decider, Fact, Past } from '../deciding/decider.ts';
import { dateOf } from '../deciding/local-date.ts';
import { refuse, unfit } from '../deciding/refusal.ts';

/** One involvement of this partner with the household, as far as the log says so in the open. */
export type Involvement = {
  readonly state: 'active' | 'ended';
  readonly professionalId: string;
  readonly role: string;
  readonly level: string;
  readonly domain: string;
  readonly expectedEnd: string | null;
  readonly since: string;
  readonly confirmedAt: string | null;
  readonly endReason: string | null;
};
export type Involvements = ReadonlyMap<string, Involvement>;

const spoken = [InvolvementStartedData, InvolvementChangedData, InvolvementEndedData, InvolvementConfirmedData] as const;
export type InvolvementClass = (typeof spoken)[number];

/** What this partner does for one household: the same for a care file, social work, client support and a tenancy. */
export const involvements: Decider<Involvements, InvolvementClass> = {
  initial: new Map(),
  listensTo: spoken,
  evolve: (known, event) => {
    const { involvementId } = event.data;
    if (event.type === InvolvementStartedData.type) return new Map(known).set(involvementId, startedAs(event));
    const involvement = known.get(involvementId);
    return involvement ? new Map(known).set(involvementId, after(involvement, event)) : known;
  },
};

const startedAs = ({ data, occurredAt }: Past<typeof InvolvementStartedData>): Involvement => ({
  state: 'active',
  professionalId: data.professional.id,
  role: data.professional.role,
  level: data.level,
  domain: data.domain,
  expectedEnd: data.expectedEnd ?? null,
  since: occurredAt,
  confirmedAt: null,
  endReason: null,
});

const after = (involvement: Involvement, event: Exclude<Past<InvolvementClass>, Past<typeof InvolvementStartedData>>): Involvement => {
  switch (event.type) {
    case InvolvementChangedData.type:
      return {
        ...involvement,
        professionalId: event.data.professional?.id ?? involvement.professionalId,
        role: event.data.professional?.role ?? involvement.role,
        level: event.data.level ?? involvement.level,
        domain: event.data.domain ?? involvement.domain,
        expectedEnd: event.data.expectedEnd ?? involvement.expectedEnd,
      };
    case InvolvementConfirmedData.type:
      return { ...involvement, confirmedAt: event.occurredAt };
    case InvolvementEndedData.type:
      return { ...involvement, state: 'ended', endReason: event.data.reason };
  }
};

/** A start that was told before changes nothing: a back office may send twice. */
export const startInvolvement = (start: Content<typeof InvolvementStartedData>, known: Involvements, { occurredAt }: Circumstances): Fact<typeof InvolvementStartedData>[] => {
  if (start.expectedEnd !== undefined && start.expectedEnd < dateOf(occurredAt)) {
    unfit('expected-end-before-start', '/expectedEnd', 'The expected end lies before the start.');
  }
  const involvement = known.get(start.involvementId);
  if (!involvement) return [fact(InvolvementStartedData, start)];
  if (involvement.state === 'ended') return refuse('involvement-ended', 'This involvement has ended; start a new one under an id of its own.');
  if (sameStart(involvement, start)) return [];
  return refuse('involvement-already-started', 'This involvement runs already; change it, or take another id.');
};

const sameStart = (known: Involvement, { professional, level, domain }: Content<typeof InvolvementStartedData>): boolean =>
  known.professionalId === professional.id && known.role === professional.role && known.level === level && known.domain === domain;

/**
 * Another professional, level, domain or expected end. A change that names the professional always counts: it may be their
 * telephone number that changed, and that is sealed.
 */
export const changeInvolvement = (change: Content<typeof InvolvementChangedData>, known: Involvements): Fact<typeof InvolvementChangedData>[] => {
  const { involvementId, professional, ...rest } = change;
  const involvement = mustRun(known, involvementId);
  const differs = Object.entries(rest).some(([name, value]) => involvement[name as 'level' | 'domain' | 'expectedEnd'] !== value);
  return professional || differs ? [fact(InvolvementChangedData, change)] : [];
};

export const endInvolvement = (end: Content<typeof InvolvementEndedData>, known: Involvements, { occurredAt }: Circumstances): Fact<typeof InvolvementEndedData>[] => {
  const involvement = known.get(end.involvementId);
  if (involvement?.state === 'ended' && involvement.endReason === end.reason) return [];
  if (involvement?.state === 'ended') return refuse('involvement-already-ended', 'This involvement ended before, for another reason.');
  const { since } = mustRun(known, end.involvementId);
  if (occurredAt < since) refuse('involvement-ends-before-it-starts', 'It started later than that; look at occurredAt.');
  return [fact(InvolvementEndedData, end)];
};

/** Says "still involved", so that the circle does not count the involvement as stale (alert A10). */
export const confirmInvolvement = (confirmed: Content<typeof InvolvementConfirmedData>, known: Involvements, { occurredAt }: Circumstances): Fact<typeof InvolvementConfirmedData>[] =>
  mustRun(known, confirmed.involvementId).confirmedAt === occurredAt ? [] : [fact(InvolvementConfirmedData, confirmed)];

export const active = (known: Involvements): Involvement[] => [...known.values()].filter(({ state }) => state === 'active');

const mustRun = (known: Involvements, involvementId: string): Involvement => {
  const involvement = known.get(involvementId);
  if (!involvement) return refuse('involvement-not-started', 'This involvement was never started here; look at its id.');
  if (involvement.state === 'ended') return refuse('involvement-ended', 'This involvement has ended; start a new one under an id of its own.');
  return involvement;
};
