import { uuidOfText } from '@kring/door';
import type { EventStore } from '@kring/event-store';
import { coordinate, type HubFact, type RulesOfArea } from '@kring/household';
import { earliest, type ClusterRow, type Due } from '../agenda/agenda-rows.ts';
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

/** Others kept speaking in the hub's stream while it decided: it will look again. */
class SpokenOver extends Error {
  override readonly name = 'SpokenOver';
}

const decided = <T>(decide: () => T): T => {
  try {
    return decide();
  } catch (fault) {
    throw new Undecidable(fault);
  }
};

type ActorParts = {
  readonly eventStore: EventStore;
  readonly histories: Histories;
  readonly rules: RulesOfArea;
  readonly now: () => Date;
  /** Told of every fact that was said. */
  readonly told?: (type: string) => void;
};

/** What follows for a household at an instant and was not said. */
type Unsaid = { readonly household: Household; readonly facts: readonly HubFact[] };

/** A cluster as it stood at an instant: what the hub has to say of it, and when it is to be looked at next if nothing is said. */
export type Look = { readonly history: History; readonly at: string; readonly unsaid: readonly Unsaid[]; readonly next: Due | null };

/** Looks at the households of a cluster as they stood at one instant, and says what follows and was not said. */
export class Actor {
  constructor(private readonly parts: ActorParts) {}

  async look(cluster: ClusterRow, at: string): Promise<Look> {
    return this.#lookAt(await this.parts.histories.of(cluster), at);
  }

  /** Says what a look left unsaid, each household in one append. Answers when the cluster is to be looked at next. */
  async speak(first: Look): Promise<Due | null> {
    let look = first;
    let spoke = false;
    for (let left = decisionTries; left > 0; left -= 1) {
      if (look.unsaid.length === 0) return look.next;
      for (const unsaid of look.unsaid) spoke = await this.#say(unsaid, look);
      look = this.#lookAt(look.history, look.at);
    }
    if (look.unsaid.length === 0) return look.next;
    // Words that follow from the hub's own words without end are a fault of the rules; a stream in which others keep speaking is none.
    throw spoke ? new Undecidable(new Error('what the hub says does not come to rest')) : new SpokenOver();
  }

  #lookAt(history: History, at: string): Look {
    return decided(() => {
      const decisions = history.householdsAt(at).map((household) => this.#decide(household, history, at));
      const changesAt = earliest(...decisions.map((one) => one.changesAt));
      const news = history.newsAfter(at);
      const time: Due | null = changesAt === null ? null : { at: changesAt, by: 'time' };
      const next: Due | null = news !== null && (changesAt === null || news <= changesAt) ? { at: news, by: 'event' } : time;
      return { history, at, unsaid: decisions.filter(({ facts }) => facts.length > 0), next };
    });
  }

  #decide(household: Household, history: History, at: string): Unsaid & { readonly changesAt: string | null } {
    const { circle, changesAt } = history.circleAt(household, at);
    const facts = coordinate({ circle, events: history.eventsAt(household, at), rules: this.parts.rules(circle.area), idOf: uuidOfText });
    return { household, facts, changesAt };
  }

  async #say({ household: { canonicalId: householdId }, facts }: Unsaid, { history, at }: Look): Promise<boolean> {
    const { eventStore, histories, now, told } = this.parts;
    const stream = hubStream(householdId);
    const said = await say(eventStore, { householdId, facts, revision: history.revisionOf(stream), at, now: now() });
    // Read back as it was recorded, or to learn what another said.
    await histories.refresh(history, stream);
    if (said) facts.forEach(({ type }) => told?.(type));
    return said;
  }
}
