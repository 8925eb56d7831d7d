import type { SealedCircle } from '../event.ts';
import type { OpenData } from '../event-data.ts';
import type { Happening } from './happening.ts';
import type { Part } from './part.ts';

/** One family, one plan: the version that was agreed last (S4.13). */
export type Plan = { agreed: SealedCircle['plan'] };

const agree = (plan: Plan, happening: Happening<OpenData['nl.kring.plans.agreed.v1']>): void => {
  const { planId, version, goals } = happening.data;
  plan.agreed = { planId, version, goals: goals.map(({ domain, aim }) => ({ domain, aim })), at: happening.when, because: [happening.event.id] };
};

export const planPart: Part<Plan> = { empty: () => ({ agreed: null }), on: { 'nl.kring.plans.agreed.v1': agree } };
