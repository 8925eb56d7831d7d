import { deepStrictEqual, fail, ok } from 'node:assert/strict';
import { RuleBroken } from '@kring/household';
import { stateOf } from '../deciding/decider.ts';
import type { Circumstances, Decide, Decider, EventClass, Fact, Heard } from '../deciding/decider.ts';

/** When nothing else is said: the facts are of yesterday morning, and it is nine o'clock on a Tuesday. */
const yesterday = '2026-03-02T08:00:00.000Z';
const now = '2026-03-03T08:00:00.000Z';
const usual: Circumstances = { partner: 'omring', service: 'omring', mandates: ['contact-person'], now, occurredAt: now };

type Told = { readonly type: string; readonly data: object; readonly occurredAt?: string };

/** A fact that happened at another moment than the others. */
export const happened = <Class extends EventClass>(occurredAt: string, told: Fact<Class>): Fact<Class> & { occurredAt: string } => ({ ...told, occurredAt });

/**
 * Tells of a decider in the words of the trade: `given(careFile)(opened).when(planVisit(visit)).then([planned])`. What comes
 * out is compared whole; a refusal is known by the name of its rule.
 */
export const given =
  <State, Class extends EventClass>(decider: Decider<State, Class>) =>
  (...facts: readonly Told[]) => ({
    when: (decide: Decide<State>, circumstances: Partial<Circumstances> = {}) => {
      const heard: Heard[] = facts.map((one) => ({ occurredAt: yesterday, partner: usual.partner, ...one }));
      const decision = () => decide(stateOf(decider, heard), { ...usual, ...circumstances });
      return {
        then: (expected: readonly Fact[]): void => deepStrictEqual(decision(), expected),
        thenNothing: (): void => deepStrictEqual(decision(), []),
        thenRefused: (rule: string): void => {
          const broken = refusalOf(decision);
          deepStrictEqual(broken.rule, rule);
        },
      };
    },
  });

const refusalOf = (decision: () => unknown): RuleBroken => {
  try {
    decision();
  } catch (error) {
    ok(error instanceof RuleBroken, error as Error);
    return error;
  }
  return fail('the command was not refused');
};
