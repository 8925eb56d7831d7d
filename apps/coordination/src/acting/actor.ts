import { uuidOfText } from '@kring/door';
import { WrongExpectedRevision, type EventStore } from '@kring/event-store';
import { coordinate, type HubFact, type RulesOfArea } from '@kring/household';
import type { ClusterRow, Due } from '../agenda/agenda-rows.ts';
import { hubStream, type Histories } from '../history/histories.ts';
import type { History, Household } from '../history/history.ts';
import { say } from './hub-voice.ts';

/** The hub decides until nothing more follows: again after it spoke, and when another spoke in its stream meanwhile. */
const decisionTries = 3;

/** What was told of a household does not let the rules decide: no store is to blame, and trying again at once would not help. */
export class Undecidable extends Error {
  override readonly name = 'Undecidable';
  constructor(cause: unknown) {
    super('what follows for a household could not be decided', { cause });
  }
}

const decided = <T>(decide: () => T): T => {
  try {
    return decide();
  } catch (fault) {
    throw new Undecidable(fault);
  }
};

const earliest = (...instants: readonly (string | null)[]): string | null => instants.filter((one) => one !== null).sort()[0] ?? null;

export type ActorParts = {
  readonly eventStore: EventStore;
  readonly histories: Histories;
  readonly rules: RulesOfArea;
  readonly now: () => Date;
  /** Told of every fact that was said. */
  readonly told?: (type: string) => void;
};

/** Looks at the households of a cluster as they stood at one instant, and says what follows and was not said. */
export class Actor {
  constructor(private readonly parts: ActorParts) {}

  /** Answers when the cluster is to be looked at next. */
  async act(cluster: ClusterRow, at: string): Promise<Due | null> {
    const history = await this.parts.histories.of(cluster);
    let changesAt: string | null = null;
    for (const household of decided(() => history.householdsAt(at))) changesAt = earliest(changesAt, await this.#actFor(household, history, at));
    const news = history.newsAfter(at);
    if (news !== null && (changesAt === null || news <= changesAt)) return { at: news, by: 'event' };
    return changesAt === null ? null : { at: changesAt, by: 'time' };
  }

  /** Answers when time alone changes the household next, with all that the hub has said by then. */
  async #actFor(household: Household, history: History, at: string): Promise<string | null> {
    const { eventStore, histories, now, told } = this.parts;
    const { canonicalId: householdId } = household;
    const stream = hubStream(householdId);
    let spoke = false;
    for (let left = decisionTries; left > 0; left -= 1) {
      const { facts, changesAt } = decided(() => this.#decide(household, history, at));
      if (facts.length === 0) return changesAt;
      spoke = await say(eventStore, { householdId, facts, revision: history.revisionOf(stream), now: now() });
      // Read back as it was recorded, or to learn what another said.
      await histories.refresh(history, stream);
      if (spoke) facts.forEach(({ type }) => told?.(type));
    }
    // Words that follow from the hub's own words without end are a fault of the rules; a stream in which others keep speaking is none.
    throw spoke ? new Undecidable(new Error('what the hub says does not come to rest')) : new WrongExpectedRevision(stream, 'stream-exists', history.revisionOf(stream));
  }

  #decide(household: Household, history: History, at: string): { readonly facts: readonly HubFact[]; readonly changesAt: string | null } {
    const { circle, changesAt } = history.circleAt(household, at);
    const facts = coordinate({ circle, events: history.eventsAt(household, at), rules: this.parts.rules(circle.area), idOf: uuidOfText });
    return { facts, changesAt };
  }
}
