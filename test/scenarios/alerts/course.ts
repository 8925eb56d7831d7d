import { expect } from '@jest/globals';
import type { ToldHousehold } from '../told-household.ts';

export type Expected = { readonly code: string; readonly since: string; readonly severity?: 'warning' | 'urgent'; readonly actor: string };

/** The last instant before one: the API counts in milliseconds. */
export const justBefore = (instant: string): string => new Date(Date.parse(instant) - 1).toISOString();

/** The alert stands from this instant and not a millisecond before, says who should act, and is on the worklist now. */
export const raises = async (household: ToldHousehold, { severity = 'warning', ...expected }: Expected): Promise<void> => {
  const { code, since } = expected;
  expect(await household.standing(code, justBefore(since))).toEqual([]);
  const alerts = await household.standing(code, since);
  expect(alerts).toMatchObject([{ ...expected, severity }]);
  expect(alerts[0]?.because.length).toBeGreaterThan(0);
  for (const text of Object.values(alerts[0]?.message ?? {})) expect(text).toMatch(/^[^{}]{40,}\.$/);
  expect(await household.listed(code)).toMatchObject([{ code, since }]);
};

/** The alert stood until this instant, and since then neither stands nor is on the worklist. */
export const clears = async (household: ToldHousehold, code: string, at: string): Promise<void> => {
  expect(await household.standing(code, justBefore(at))).toHaveLength(1);
  expect(await household.standing(code, at)).toEqual([]);
  expect(await household.standing(code)).toEqual([]);
  expect(await household.listed(code)).toEqual([]);
};
