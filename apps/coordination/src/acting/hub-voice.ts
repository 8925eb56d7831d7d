import { hubEvent } from '@kring/door';
import { AppendOutcomeUnknown, WrongExpectedRevision, type EventStore, type ExpectedRevision, type JsonObject, type NewEvent } from '@kring/event-store';
import type { HubFact } from '@kring/household';
import { hubStream } from '../history/histories.ts';

/** An append of which nobody knows what became is repeated so often before it is left to the next look at the household. */
const appendTries = 4;

type Saying = {
  readonly householdId: string;
  readonly facts: readonly HubFact[];
  /** The last of the hub's stream that the decision rests on; -1 where it was empty. */
  readonly revision: number;
  /** The instant for which it was decided: that of the news, or of the term. */
  readonly at: string;
  readonly now: Date;
};

/** A fact as it is stored. Its id follows from what it is about: said twice, it is the same event. */
const eventOf = ({ type, about, occurredAt, data }: HubFact, { householdId, at, now }: Saying): NewEvent => {
  const event = hubEvent(type, householdId, about, data as JsonObject, occurredAt);
  return { ...event, metadata: { ...event.metadata, time: now.toISOString(), decidedAt: at } };
};

/**
 * Says facts of one household in one append, and only if nobody has spoken in the hub's stream since: what was decided, was
 * decided on all that the hub had said. Answers whether it could.
 */
export const say = async (eventStore: EventStore, saying: Saying): Promise<boolean> => {
  const { householdId, facts, revision } = saying;
  const events = facts.map((fact) => eventOf(fact, saying));
  const expected: ExpectedRevision = revision < 0 ? 'no-stream' : revision;
  for (let left = appendTries; ; left -= 1) {
    try {
      await eventStore.append(hubStream(householdId), events, expected);
      return true;
    } catch (error) {
      if (error instanceof WrongExpectedRevision) return false;
      if (!(error instanceof AppendOutcomeUnknown) || left <= 1) throw error;
    }
  }
};
