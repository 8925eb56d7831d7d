import { expect } from '@jest/globals';
import type { AlertRow, Circle } from '@kring/contracts';
import { bsn } from '../../support/bsn.ts';
import { event } from '../../support/events.ts';
import type { RunningHub } from '../../support/hub.ts';
import { given } from '../story.ts';
import type { Telling } from './tellings.ts';

/** The gemeente that registers households in each area of these stories, and so sees all of them. */
const gemeenten: Readonly<Record<string, string>> = {
  'de-lariks': 'gemeente-assen', 'heerlen-stadsdeel': 'gemeente-heerlen', princenhof: 'gemeente-stede-broec', 'veendam-noord': 'gemeente-veendam', pekela: 'gemeente-pekela',
};

type Listed = AlertRow & { readonly householdId: string };

/** A household of which partners tell, and the alerts that stand on it. */
export type ToldHousehold = {
  readonly id: string;
  /** The partners tell this, in this order, and the hub takes all of it. */
  readonly when: (...tellings: readonly Telling[]) => Promise<void>;
  readonly circle: (asOf?: string) => Promise<Circle>;
  /** The alerts with this code that stood at an instant, or stand now. */
  readonly standing: (code: string, asOf?: string) => Promise<readonly AlertRow[]>;
  /** The lines of the gemeente's worklist about this household with this code. */
  readonly listed: (code: string) => Promise<readonly AlertRow[]>;
};

const page = 200;

/** Every household is another: it has its own residents and its own dwelling. */
export const households = (hub: RunningHub, first: number) => {
  const story = given(hub);
  let number = first;

  const publish = async (household: object, { partner, type, at, data }: Telling): Promise<string> => {
    const common = { household, occurredAt: at, legalBasis: 'wmo', purpose: 'coordination' };
    const answer = await story.partner(partner).says(event(await hub.sourceOf(partner), { type, data: { ...common, ...data } }));
    if (answer.accepted !== 1) throw new Error(`${partner} tells ${type} in vain: ${JSON.stringify(answer.results)}`);
    return answer.results[0]?.householdId ?? '';
  };

  return async (area = 'princenhof', registeredAt = '2025-01-06T08:00:00Z'): Promise<ToldHousehold> => {
    number += 1;
    const gemeente = gemeenten[area] ?? '';
    const [address, head] = [{ postcode: '9999XA', houseNumber: number }, { bsn: bsn(number), name: 'Jo de Wit', birthDate: '1950-03-04', relation: 'head' }];
    const registration = { partner: gemeente, type: 'households.registered', at: registeredAt, data: { members: [head], address, area, addressKind: 'dwelling' } };
    const id = await publish({ bsn: head.bsn }, registration);
    const circle = (asOf?: string): Promise<Circle> => story.partner(gemeente).sees(id, asOf);
    return {
      id,
      circle,
      when: async (...tellings) => {
        for (const telling of tellings) await publish({ bsn: head.bsn }, telling);
      },
      standing: async (code, asOf) => (await circle(asOf)).alerts.filter((alert) => alert.code === code),
      listed: async (code) => {
        const answer = await story.partner(gemeente).ask(`/v1/alerts?code=${code}&limit=${page}`);
        const { alerts } = (await answer.json()) as { alerts: Listed[] };
        return alerts.filter(({ householdId }) => householdId === id);
      },
    };
  };
};

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
