import {
  ContactPersonAssignedData, HouseholdRegisteredData, InvolvementConfirmedData, InvolvementEndedData, InvolvementStartedData, OwnStrengthExploredData, PartnersUpdatedData, PlanAgreedData,
  PulseCheckRecordedData, ResidentInformedData, SupporterAddedData, VisitCompletedData, VisitPlannedData, type EndReason, type LegalBasis, type Sensitivity, type SupporterKind, type Trend,
} from '@kring/contracts';
import type { Actor } from './cast.ts';
import type { Telling } from './telling.ts';

/** The threads that stories are woven from: each is told as it goes when everyone keeps to the agreements. */

export const registered = (tell: Telling, municipality: Actor, day: number): void => {
  const { members, address, area } = tell.household;
  tell.say(municipality.partner, day, HouseholdRegisteredData, { members: [...members], address, area, addressKind: 'dwelling' });
};

type Involved = {
  readonly from: number;
  readonly to?: number;
  readonly reason?: EndReason;
  readonly name?: string;
  readonly sensitivity?: Sensitivity;
  readonly legalBasis?: LegalBasis;
  /** Whether the resident is told of it, and the others that it still runs. */
  readonly kept?: boolean;
};

/** Someone is there for the household, says so to the resident, and to the others at least twice a year. */
export const involved = (tell: Telling, { partner, professional, level, domain }: Actor, { from, to, reason = 'completed', name = 'i', sensitivity, legalBasis, kept = true }: Involved): string => {
  const involvementId = `${name}-${tell.household.key}`;
  const nuance = { ...(sensitivity ? { sensitivity } : {}), ...(legalBasis ? { legalBasis } : {}) };
  tell.say(partner, from, InvolvementStartedData, { involvementId, professional, level, domain }, nuance);
  if (kept) tell.say(partner, from + 1, ResidentInformedData, { about: 'involvement' }, nuance);
  for (let day = from + 85; kept && day < (to ?? -1); day += 85) tell.say(partner, day, InvolvementConfirmedData, { involvementId }, nuance);
  if (to !== undefined) tell.say(partner, to, InvolvementEndedData, { involvementId, reason }, nuance);
  return involvementId;
};

type Touch = {
  readonly from: number;
  readonly to?: number;
  readonly others: readonly Actor[];
  /** Days between two pulse checks, and between two times that the others are told how it goes. */
  readonly pulseEvery?: number;
  readonly updateEvery?: number;
};
type Faced = Touch & { readonly residentPreferred?: boolean; readonly explored?: boolean };

/** One face for the family: first what people can do themselves, then a plan, a finger on the pulse and the others kept informed. */
export const oneFace = (tell: Telling, face: Actor, { from, residentPreferred = true, explored = true, ...touch }: Faced): void => {
  const { partner, professional, domain } = face;
  if (explored) tell.say(partner, from - 3, OwnStrengthExploredData, { together: true, networkInvolved: tell.chance.next() < 0.6, result: 'support-needed' });
  tell.say(partner, from, ContactPersonAssignedData, { professional, residentPreferred });
  const goals = [...new Set([domain, ...touch.others.map((other) => other.domain)])].map((one, index) => ({ domain: one, aim: index === 0 ? ('improve' as const) : ('keep-stable' as const) }));
  tell.say(partner, from + 7, PlanAgreedData, { planId: `plan-${tell.household.key}`, version: 1, goals });
  keptInTouch(tell, face, { ...touch, from: from + 14 });
};

const trends: readonly Trend[] = ['stable', 'stable', 'improving', 'stable', 'improving', 'worsening'];

/** A finger on the pulse every few weeks, and the others told how it goes. */
export const keptInTouch = (tell: Telling, { partner }: Actor, { from, to = 0, others, pulseEvery = 19, updateEvery = 24 }: Touch): void => {
  for (let day = from; day < to; day += pulseEvery) tell.say(partner, day, PulseCheckRecordedData, { channel: tell.chance.pick(['visit', 'phone', 'meeting']), trend: tell.chance.pick(trends) });
  for (let day = from + 7; day < to; day += updateEvery) tell.say(partner, day, PartnersUpdatedData, { recipients: others.map((other) => other.partner), trend: tell.chance.pick(trends) });
};

type Visiting = { readonly from: number; readonly every: number; readonly weeksAhead?: number; readonly to?: number; readonly time: string; readonly minutes?: number; readonly name?: string };

/** Comes at a fixed time; each visit is announced some days before, and those that were are done. With `to`, the story tells of it up to that day. */
export const visiting = (tell: Telling, { partner, professional }: Actor, { from, every, weeksAhead = 2, to, time, minutes = 30, name = 'v' }: Visiting): void => {
  for (let day = from; day <= (to ?? weeksAhead * 7); day += every) {
    if (to === undefined && day === 0) continue;
    const visitId = `${name}-${tell.household.key}-${day - from}`;
    const startsAt = tell.calendar.at(day, time);
    const endsAt = new Date(Date.parse(startsAt) + minutes * 60_000).toISOString();
    tell.say(partner, to === undefined ? Math.min(day - 4, -1) : day - 4, VisitPlannedData, { visitId, startsAt, endsAt, professional });
    if (to !== undefined || day < 0) tell.say(partner, [day, later(time)], VisitCompletedData, { visitId });
  }
};

const later = (time: string): string => `${String(Number(time.slice(0, 2)) + 1).padStart(2, '0')}${time.slice(2)}`;

/** Someone of the own network, the street or the neighbourhood, who agreed to be named. */
export const supported = (tell: Telling, { partner }: Actor, { from, kind, label, name = 's' }: { from: number; kind: SupporterKind; label: string; name?: string }): string => {
  const supporterId = `${name}-${tell.household.key}`;
  tell.say(partner, from, SupporterAddedData, { supporterId, kind, label, agreed: true });
  return supporterId;
};
