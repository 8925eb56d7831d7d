import { randomUUID } from 'node:crypto';
import { accessSource, type Caller } from '@kring/access';
import { StreamReplayedData } from '@kring/contracts';
import type { EventStore, JsonObject, NewEvent, Position } from '@kring/event-store';
import { KeyDestroyed, type DataKey, type KeyStore } from '@kring/key-store';
import type { Clock } from '@kring/platform';
import { boundTo, type Sealer } from '@kring/sealing';

/** Someone went through the log: of one household, or of a stream that is about none. */
export type Replayed = {
  readonly caller: Caller;
  readonly householdId: string | null;
  /** Name of the stream, `household:<id>` for all that is told of one household, `all` for the whole log. */
  readonly stream: string;
  readonly from: Position | undefined;
  readonly until: Position | undefined;
  /** Why, in the words of whoever looks. */
  readonly reason: string;
};

/** Where looks are recorded that are about no household. */
const hubSubject = 'hub';
const hubKey = 'hub:audit';

/**
 * Who went through events one by one, and why: in the access log of the household, before the answer leaves. The reason is
 * someone's own words and may name a person, so it is sealed as such words are; of an erased household it is not kept at all.
 */
export class ReplayLog {
  constructor(private readonly store: EventStore, private readonly keys: KeyStore, private readonly sealer: Sealer, private readonly clock: Clock) {}

  async record(replayed: Replayed): Promise<void> {
    const subject = replayed.householdId ?? hubSubject;
    const key = await this.#keyOf(replayed.householdId === null ? hubKey : `household:${replayed.householdId}`);
    await this.store.append(`access-${subject}`, [this.#event(replayed, subject, key)], 'any');
  }

  async #keyOf(subject: string): Promise<DataKey | undefined> {
    try {
      return (await this.keys.obtain([subject])).get(subject);
    } catch (error) {
      if (error instanceof KeyDestroyed) return undefined;
      throw error;
    }
  }

  #event({ caller, householdId, stream, from, until, reason }: Replayed, subject: string, key: DataKey | undefined): NewEvent {
    const id = randomUUID();
    const { type } = StreamReplayedData;
    const at = this.clock.now().toISOString();
    const box: JsonObject = key ? { box: this.sealer.seal(key, 'personal', boundTo(id, type, subject), { '/reason': reason }) } : {};
    return {
      id,
      type,
      data: {
        ...(householdId === null ? {} : { household: { householdId } }),
        occurredAt: at,
        viewer: caller.subject,
        viewerKind: caller.kind,
        ...(caller.partner === null ? {} : { organisation: caller.partner }),
        stream,
        ...(from ? { from } : {}),
        ...(until ? { until } : {}),
      },
      metadata: { id, source: accessSource, time: at, partner: 'hub', subject, occurredAt: at, kind: 'access', personal: ['/reason'], ...box },
    };
  }
}
