import type { EventStore, ExpectedRevision, JsonObject, NewEvent } from '@kring/event-store';
import { AppendOutcomeUnknown } from '@kring/event-store';
import type { DataKey } from '@kring/key-store';
import { KeyDestroyed } from '@kring/key-store';
import { problem } from '@kring/platform';
import type { Decision, StreamAppend } from './decision.ts';
import { byStream, decide, newHouseholdIdAt } from './decision.ts';
import type { DoorParts } from './parts.ts';
import { sealed } from './draft.ts';
import { tokensOf } from './evidence.ts';
import type { IndexFollower } from './follower.ts';
import { companionsOf, splitInto } from './companions.ts';
import type { IdentityIndex } from './identity-index.ts';
import { collections } from './index-reader.ts';
import type { PendingEvents } from './pending-events.ts';
import type { Ready } from './prepare.ts';
import { rejection } from './prepare.ts';
import type { Outcome, Publisher } from './publisher.ts';
import type { SeenRow } from './seen.ts';
import { decodeRow } from './token-row.ts';
import { keptUnresolved, unresolvedStream } from './unresolved-event.ts';

/** How an admission differs from a plain one. */
export type How = {
  /** The command behind the events, all of one household: stored whole or not at all, and only at this revision. */
  readonly command?: { readonly expectedRevision: number; readonly digest: string; readonly events: readonly { readonly id: string; readonly type: string }[] };
  /** The event was kept as unresolved under this key; it is tried again. */
  readonly keptUnresolved?: string;
};

type Outcomes = ReadonlyMap<Ready, Outcome>;
/** Answers once everything that was decided is stored. */
export type Settle = () => Promise<Outcomes>;

const appendTries = 4;
const outcomeOf = (ready: Ready, status: Outcome['status'], row?: SeenRow): Outcome => ({
  id: ready.event.id,
  source: ready.event.source,
  status,
  ...(row === undefined ? {} : { position: row.position, ...(row.householdId === null ? {} : { householdId: row.householdId }) }),
});

/** Decides what becomes of checked events, one request at a time, and stores them; many requests may be storing at once. */
export class Admission {
  constructor(
    private readonly parts: DoorParts,
    private readonly index: IdentityIndex,
    private readonly follower: IndexFollower,
    private readonly pending: PendingEvents,
  ) {}

  async seen(storeIds: readonly string[]): Promise<ReadonlyMap<string, SeenRow>> {
    const wanted = [...new Set(storeIds)];
    const found = await this.parts.viewStore.get(collections.seen, wanted);
    return new Map(wanted.flatMap((id, at) => (found[at] ? [[id, decodeRow<SeenRow>(found[at])] as const] : [])));
  }

  async decide(publisher: Publisher, ready: readonly Ready[], how: How): Promise<Settle> {
    const seen = await this.seen(ready.filter((one) => this.pending.get(one.storeId) === undefined).map((one) => one.storeId));
    await this.index.load(ready.flatMap((one) => tokensOf(one.evidence)), ready.flatMap((one) => one.evidence.householdId ?? []));
    const outcomes = new Map<Ready, Outcome | Promise<Outcome>>();
    const decisions: Decision[] = [];
    for (const one of ready) {
      const prior = this.#prior(one, seen, how);
      if (prior) outcomes.set(one, prior);
      else this.#decideOne(one, how, decisions, outcomes);
    }
    const storing = this.#store(publisher, await this.#withKeys(decisions, publisher, outcomes), how);
    storing.catch(() => undefined);
    return async () => {
      await storing;
      return new Map(await Promise.all([...outcomes].map(async ([one, outcome]) => [one, await outcome] as const)));
    };
  }

  /** Seen before: the same content is a duplicate, other content under the same id is refused. */
  #prior(one: Ready, seen: ReadonlyMap<string, SeenRow>, how: How): Outcome | Promise<Outcome> | undefined {
    const pending = this.pending.get(one.storeId);
    const row = seen.get(one.storeId);
    if (!pending && !row) return undefined;
    if (row?.status === 'unresolved' && how.keptUnresolved !== undefined) return undefined;
    if ((pending ?? row)?.digest !== one.digest) {
      const detail = 'This source and id were used before for an event with other content; give the new one an id of its own.';
      return rejection(one.event.id, one.event.source, [{ pointer: '/id', rule: 'event-id-reused', detail }]);
    }
    return pending ? pending.stored.then((stored) => outcomeOf(one, 'duplicate', stored)) : outcomeOf(one, 'duplicate', row);
  }

  #decideOne(one: Ready, how: How, decisions: Decision[], outcomes: Map<Ready, Outcome | Promise<Outcome>>): void {
    const { regions, clock } = this.parts;
    const decision = decide(one, {
      index: this.index,
      sensitivityOf: ({ event }) => regions.partnerOfSource(event.source)?.sensitivity ?? 'normal',
      newHouseholdId: () => newHouseholdIdAt(clock.now()),
    });
    if (decision.kind === 'keep' && how.command) throw problem.badRequest('No household is known by this reference.', [{ pointer: '/household', rule: 'household-unknown', detail: 'Register the household first, or name it otherwise.' }]);
    if (decision.kind === 'keep' && how.keptUnresolved !== undefined) return void outcomes.set(one, outcomeOf(one, 'unresolved'));
    if (decision.kind === 'store') this.follower.expect(one.storeId, decision.draft.effect);
    const stored = this.pending.begin(one.storeId, one.digest);
    const outcome = stored.then((row) => outcomeOf(one, row.status, row));
    outcome.catch(() => undefined);
    outcomes.set(one, outcome);
    decisions.push(decision);
  }

  /** The keys under which these go; what belongs to an erased household is refused. */
  async #withKeys(decisions: readonly Decision[], publisher: Publisher, outcomes: Map<Ready, Outcome | Promise<Outcome>>): Promise<{ decisions: readonly Decision[]; keys: ReadonlyMap<string, DataKey> }> {
    const erased = new Set<string>();
    for (;;) {
      const left = decisions.filter((decision) => !subjectsOf(decision, publisher).some((subject) => erased.has(subject)));
      try {
        return { decisions: left, keys: await this.parts.keyStore.obtain([...new Set(left.flatMap((decision) => subjectsOf(decision, publisher)))]) };
      } catch (error) {
        const subject = error instanceof KeyDestroyed ? error.subject : undefined;
        const lost = subject === undefined ? left : left.filter((decision) => subjectsOf(decision, publisher).includes(subject));
        for (const { ready } of lost) {
          this.#undo(ready.storeId, error);
          outcomes.set(ready, rejection(ready.event.id, ready.event.source, [{ pointer: '/data/household', rule: 'household-erased', detail: 'The data of this household were erased; nothing more is taken about it.' }]));
        }
        if (subject === undefined || erased.has(subject)) throw error;
        erased.add(subject);
      }
    }
  }

  async #store(publisher: Publisher, { decisions, keys }: { decisions: readonly Decision[]; keys: ReadonlyMap<string, DataKey> }, how: How): Promise<void> {
    const digests = new Map(decisions.map(({ ready }) => [ready.storeId, ready.digest]));
    const entries = decisions.flatMap((decision) => this.#entriesOf(decision, publisher, keys, how));
    const results = await Promise.allSettled(byStream(entries).map((append) => this.#append(append, digests, how, publisher)));
    const failed = results.find((result) => result.status === 'rejected');
    if (failed) throw failed.reason;
  }

  #entriesOf(decision: Decision, publisher: Publisher, keys: ReadonlyMap<string, DataKey>, how: How): { stream: string; event: NewEvent }[] {
    const { ready } = decision;
    const { sealer, clock } = this.parts;
    const keyOf = (subject: string): DataKey => {
      const key = keys.get(subject);
      if (key === undefined) throw new Error('the key store gave no key');
      return key;
    };
    if (decision.kind === 'keep') {
      const kept = { event: ready.event, storeId: ready.storeId, digest: ready.digest, awaits: decision.awaits };
      return [{ stream: unresolvedStream(publisher.partner), event: keptUnresolved(kept, publisher, sealer, keyOf(`partner:${publisher.partner}`)) }];
    }
    const { householdId } = decision;
    const more: JsonObject = {
      ...(how.keptUnresolved === undefined ? {} : { keptUnresolved: how.keptUnresolved }),
      ...(how.command && how.command.events[0]?.id === ready.event.id ? { command: { digest: how.command.digest, events: how.command.events } } : {}),
    };
    const event = sealed(decision.draft, publisher, { sealer, key: keyOf(`household:${householdId}`), householdId, storeId: ready.storeId }, more);
    return [{ stream: `${publisher.partner}-${householdId}`, event }, ...companionsOf(decision, clock.now(), (id) => ({ sealer, key: keyOf(`household:${id}`) }))];
  }

  async #append(append: StreamAppend, digests: ReadonlyMap<string, string>, how: How, publisher: Publisher): Promise<void> {
    const own = append.stream.startsWith(`${publisher.partner}-`);
    const expected: ExpectedRevision = how.command && own ? (how.command.expectedRevision < 0 ? 'no-stream' : how.command.expectedRevision) : 'any';
    try {
      const { position, revision } = await appendSurely(this.parts.eventStore, append, expected);
      const first = revision - append.events.length + 1;
      append.events.forEach((event, at) => {
        const subject = event.metadata['subject'];
        const householdId = typeof subject === 'string' ? subject : null;
        const row: SeenRow = { digest: digests.get(event.id) ?? '', position, revision: first + at, householdId, status: householdId === null ? 'unresolved' : 'accepted', ...(how.command && at === 0 ? { command: how.command } : {}) };
        this.pending.stored(event.id, row);
      });
    } catch (error) {
      for (const storeId of append.storeIds) this.#undo(storeId, error);
      throw error;
    }
  }

  #undo(storeId: string, reason: unknown): void {
    this.pending.failed(storeId, reason);
    this.index.written(storeId);
    this.follower.forgetEvent(storeId);
  }
}

const subjectsOf = (decision: Decision, publisher: Publisher): string[] =>
  decision.kind === 'store' ? [decision.householdId, ...splitInto(decision)].map((id) => `household:${id}`) : [`partner:${publisher.partner}`];

/** An append whose outcome is unknown is repeated as it was: the store takes it once. */
const appendSurely = async (store: EventStore, { stream, events }: StreamAppend, expected: ExpectedRevision): ReturnType<EventStore['append']> => {
  for (let left = appendTries; ; left--) {
    try {
      return await store.append(stream, events, expected);
    } catch (error) {
      if (!(error instanceof AppendOutcomeUnknown) || left <= 1) throw error;
    }
  }
};
