import { setImmediate as breath } from 'node:timers/promises';
import { earliest, entryIn, type Due } from '../agenda/agenda-rows.ts';
import type { Clusters } from '../agenda/clusters.ts';
import { Undecidable, type Actor, type Look } from './actor.ts';

/** A household that cannot be decided on is looked at again after this long. */
const postponedMs = 3_600_000;
/** What the hub says starts no term that is shorter than this. */
const shortestTermMs = 86_400_000;

const after = (instant: string, milliseconds: number): string => new Date(Date.parse(instant) + milliseconds).toISOString();

type Entry = { readonly key: string; readonly at: string; readonly firstId: string };
/** When the household of an entry is to be looked at next; undefined where the entry is not its own any more. */
type Next = Due | null | undefined;
/** An entry that was looked at; `notBefore`: whatever comes of it is due no earlier. */
type Glance = { readonly entry: Entry; readonly notBefore: string | null; readonly settle: () => Promise<Next> };

type RoundParts = {
  readonly actor: Actor;
  readonly clusters: Clusters;
  /** The hub's present. */
  readonly until: string;
  readonly isStopping: () => boolean;
  readonly postponed: (fault: unknown) => void;
};

/** What a round came to: the households it saw to, and the first instant that it made due. */
type Seen = { readonly firstIds: readonly string[]; readonly soonest: string | null };

/** Waits for all, also when one of them fails. */
const inFull = async <T>(all: readonly Promise<T>[]): Promise<readonly T[]> => {
  await Promise.allSettled(all);
  return Promise.all(all);
};

/** One round over the head of the agenda: the households are looked at in turn, and what follows is said of all at once. */
export class Round {
  constructor(private readonly parts: RoundParts) {}

  /** Ends before an entry that something made due in this round comes before: across households too the hub acts in the order of time. */
  async over(keys: readonly string[]): Promise<Seen> {
    const { clusters, isStopping } = this.parts;
    const glances: Glance[] = [];
    let horizon: string | null = null;
    for (const key of keys) {
      const entry = { key, ...entryIn(key) };
      if (isStopping() || (horizon !== null && horizon < entry.at)) break;
      const glance = await this.#glanceAt(entry);
      glances.push(glance);
      horizon = earliest(horizon, glance.notBefore);
      // Whoever publishes or reads meanwhile does not wait for the whole round.
      await breath();
    }
    const dues = await inFull(glances.map(({ settle }) => settle()));
    glances.forEach(({ entry: { key, firstId } }, index) => {
      clusters.strike(key);
      const due = dues[index];
      if (due !== undefined) clusters.setDue(firstId, due);
    });
    return { firstIds: glances.map(({ entry }) => entry.firstId), soonest: earliest(...dues.map((due) => due?.at)) };
  }

  async #glanceAt(entry: Entry): Promise<Glance> {
    const { actor, clusters } = this.parts;
    const { firstId, at } = entry;
    if (!clusters.has(firstId) || clusters.of(firstId).due?.at !== at) return { entry, notBefore: null, settle: () => Promise.resolve(undefined) };
    try {
      const look = await actor.look(clusters.of(firstId), at);
      const notBefore = earliest(look.next?.at, look.unsaid.length > 0 ? after(at, shortestTermMs) : null);
      return { entry, notBefore, settle: () => this.#speak(look) };
    } catch (fault) {
      const due = this.#putOff(fault);
      return { entry, notBefore: due.at, settle: () => Promise.resolve(due) };
    }
  }

  async #speak(look: Look): Promise<Next> {
    try {
      const due = await this.parts.actor.speak(look);
      // What is due lies ahead, or the same look would be taken for ever.
      return due !== null && due.at <= look.at ? { at: after(look.at, postponedMs), by: 'time' } : due;
    } catch (fault) {
      return this.#putOff(fault);
    }
  }

  /** One household that cannot be decided on must not keep the others waiting; a store that is away keeps all. */
  #putOff(fault: unknown): Due {
    if (!(fault instanceof Undecidable)) throw fault;
    this.parts.postponed(fault.cause);
    return { at: after(this.parts.until, postponedMs), by: 'time' };
  }
}
