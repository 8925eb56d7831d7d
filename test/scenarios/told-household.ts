import type { AlertRow, Circle } from '@kring/contracts';
import type { PublishAnswer } from '@kring/publisher';
import { bsn } from '../support/bsn.ts';
import { event } from '../support/events.ts';
import type { RunningHub } from '../support/hub.ts';
import { given } from './story.ts';
import type { Telling } from './tellings.ts';

/** The gemeente that registers households in each area of these stories, and so sees all of them. */
const gemeenten: Readonly<Record<string, string>> = {
  'de-lariks': 'gemeente-assen', 'heerlen-stadsdeel': 'gemeente-heerlen', princenhof: 'gemeente-stede-broec', voorbeeldbuurt: 'gemeente-voorbeeld', 'veendam-noord': 'gemeente-veendam', 'veendam-zuid': 'gemeente-veendam', pekela: 'gemeente-pekela',
};

type Listed = AlertRow & { readonly householdId: string };

/** A household of which partners tell, and the alerts that stand on it. */
export type ToldHousehold = {
  readonly id: string;
  readonly bsn: string;
  readonly address: { readonly postcode: string; readonly houseNumber: number };
  /** The partners tell this, in this order, and the hub takes all of it: whoever reads a circle after it, reads of it. */
  readonly when: (...tellings: readonly Telling[]) => Promise<void>;
  /** A partner tells this and the hub does not take it: the place of the fault and the rule that it breaks. */
  readonly refuses: (telling: Telling) => Promise<readonly string[]>;
  /** The circle as the gemeente sees it, which coordinates. */
  readonly circle: (asOf?: string) => Promise<Circle>;
  readonly seenBy: (partner: string, asOf?: string) => Promise<Circle>;
  /** The alerts with this code that stood at an instant, or stand now. */
  readonly standing: (code: string, asOf?: string) => Promise<readonly AlertRow[]>;
  /** The lines of the gemeente's worklist about this household with this code. */
  readonly listed: (code: string) => Promise<readonly AlertRow[]>;
};

const page = 200;

/** Every household is another: it has its own resident, with the BSN for tests of this number and those after it, and its own dwelling. */
export const households = (hub: RunningHub, first: number) => {
  const story = given(hub);
  let number = first - 1;

  const send = async (household: object, { partner, type, at, data }: Telling): Promise<PublishAnswer> => {
    const common = { household, occurredAt: at, legalBasis: 'wmo', purpose: 'coordination' };
    return story.partner(partner).says(event(await hub.sourceOf(partner), { type, data: { ...common, ...data } }));
  };
  const publish = async (household: object, telling: Telling): Promise<string> => {
    const { partner, type } = telling;
    const answer = await send(household, telling);
    if (answer.accepted !== 1) throw new Error(`${partner} tells ${type} in vain: ${JSON.stringify(answer.results)}`);
    return answer.results[0]?.householdId ?? '';
  };

  return async (area = 'princenhof', registeredAt = '2025-01-06T08:00:00Z'): Promise<ToldHousehold> => {
    number += 1;
    const gemeente = gemeenten[area] ?? '';
    const [address, head] = [{ postcode: '9999XA', houseNumber: number + 1 }, { bsn: bsn(number), name: 'Jo de Wit', birthDate: '1950-03-04', relation: 'head' }];
    const registration = { partner: gemeente, type: 'households.registered', at: registeredAt, data: { members: [head], address, area, addressKind: 'dwelling' } };
    const id = await publish({ bsn: head.bsn }, registration);
    const circle = (asOf?: string): Promise<Circle> => story.partner(gemeente).sees(id, asOf);
    return {
      id,
      bsn: head.bsn,
      address,
      circle,
      seenBy: (partner, asOf) => story.partner(partner).sees(id, asOf),
      refuses: async (telling) => (await send({ bsn: head.bsn }, telling)).results.flatMap(({ problem }) => problem?.errors ?? []).map(({ pointer, rule }) => `${pointer} ${rule}`),
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
