import { openAsBlob } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Circle } from '@kring/contracts';
import { Publisher, type CloudEvent, type PublishAnswer } from '@kring/publisher';

/** Starting and stopping a hub may take this long: the start builds first what has changed. */
export const hookMs = 240_000;

/** What a story needs of a hub that runs: where it is, and a bearer token for a partner's system or a person. */
export type Hub = { readonly url: string; token(partner: string): Promise<string>; userToken(user: string): Promise<string> };

export type Household = { readonly bsn: string } | { readonly address: { readonly postcode: string; readonly houseNumber: number; readonly addition?: string } };

/**
 * A story told to a hub from outside, in the words of those who were there:
 * `given(hub)`, when `partner('omring').sends('….ndjson')`, then `partner('omring').sees(household, '2025-04-03')`.
 */
export const given = (hub: Hub) => {
  /** The last thing that was told; whoever reads, reads no older view. */
  let position: string | null = null;

  const told = (answer: PublishAnswer): PublishAnswer => {
    if (answer.position !== null && (position === null || answer.position > position)) position = answer.position;
    return answer;
  };

  const reader = (token: () => Promise<string>) => {
    const ask = async (path: string, init: RequestInit = {}): Promise<Response> =>
      fetch(`${hub.url}${path}`, { ...init, headers: { authorization: `Bearer ${await token()}`, 'processing-activity': 'coordination', ...init.headers } });
    const circle = async (householdId: string, day?: string): Promise<Response> => {
      const query = new URLSearchParams({ ...(day ? { asOf: day.includes('T') ? day : `${day}T12:00:00Z` } : {}), ...(position ? { minPosition: position } : {}) });
      return ask(`/v1/households/${householdId}/circle?${query}`);
    };
    return {
      ask,
      /** Searches the household, and gives its id. */
      finds: async (household: Household): Promise<string> => {
        const response = await ask('/v1/households/_search', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(household) });
        const { households } = (await response.json()) as { households: { householdId: string }[] };
        if (!households[0]) throw new Error(`nothing found (${response.status})`);
        return households[0].householdId;
      },
      /** The circle as it was at noon of a day or at an instant, or as it is now. */
      sees: async (householdId: string, day?: string): Promise<Circle> => {
        const response = await circle(householdId, day);
        if (!response.ok) throw new Error(`the circle is refused: ${response.status} ${await response.text()}`);
        return (await response.json()) as Circle;
      },
      /** The status of the answer, for those who may not see it. */
      isTold: async (householdId: string): Promise<number> => (await circle(householdId)).status,
    };
  };

  return {
    partner: (code: string) => {
      const publisher = new Publisher({ url: hub.url, as: { accessToken: () => hub.token(code) } });
      return {
        ...reader(() => hub.token(code)),
        /** Its back office uploads a file of `files/`. */
        sends: async (file: string): Promise<PublishAnswer> => told(await publisher.publishFile(await openAsBlob(fileURLToPath(new URL(`files/${file}`, import.meta.url))))),
        says: async (...events: CloudEvent[]): Promise<PublishAnswer> => told(await publisher.publish(events)),
        /** Someone gives a command in the screens of the partner's service; the answer is its receipt. */
        does: async (command: string, body: object, headers: Record<string, string> = {}): Promise<Receipt> => {
          const response = await fetch(`${hub.url}/partners/${code}/v1/${command}`, {
            method: 'POST',
            headers: { authorization: `Bearer ${await hub.token(code)}`, 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID(), ...headers },
            body: JSON.stringify(body),
          });
          const receipt = { ...((await response.json()) as object), status: response.status } as Receipt;
          if (receipt.position && (position === null || receipt.position > position)) position = receipt.position;
          return receipt;
        },
      };
    },
    person: (user: string) => reader(() => hub.userToken(user)),
  };
};

/** The answer to a command: what was stored, or which rule it broke. */
export type Receipt = { readonly status: number; readonly position?: string; readonly householdId?: string; readonly errors?: readonly { readonly pointer: string; readonly rule: string }[] };

export const alertsIn = ({ alerts }: Circle): string[] => alerts.map(({ code }) => code);
export const organisationsIn = ({ involvements }: Circle): string[] => involvements.filter(({ until }) => until === null).map(({ organisation }) => organisation).sort();

const patienceMs = 60_000;

/** What the hub does by itself it does soon after it was told: this asks until it is there. */
export const eventually = async <Found>(find: () => Promise<Found | undefined | false>): Promise<Found> => {
  for (const givesUp = Date.now() + patienceMs; Date.now() < givesUp; ) {
    const found = await find();
    if (found) return found;
  }
  throw new Error(`the hub did not act within ${patienceMs / 1_000} s`);
};
