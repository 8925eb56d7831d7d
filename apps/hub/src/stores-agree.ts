import { beforeTheFirst } from '@kring/event-store';
import type { EventStore } from '@kring/event-store';
import { ConfigurationError } from '@kring/platform';
import type { Clock, Configuration } from '@kring/platform';
import { householdViewName } from '@kring/projection-runtime';
import { blindKeySubject } from '@kring/sealing';
import type { Stores } from './stores.ts';

const largestBatch = 5_000;

/**
 * Refuses to start on stores that do not belong together, each of them sound by itself: the hub would take for new what it
 * holds already, or show what it never recorded.
 *
 * @throws ConfigurationError that says which copy to put back.
 */
export const storesAgree = async (stores: Stores, { KRING_CLOCK }: Configuration, clock: Clock): Promise<void> => {
  const head = await stores.events.head();
  await viewsAreNotAhead(stores, head);
  if (head === beforeTheFirst) return;
  const keys = await stores.keys.find([blindKeySubject]);
  if (!keys.has(blindKeySubject)) {
    throw new ConfigurationError('KRING_KEY_STORE', 'the key store is empty and the log is not: put back the last copy of the key store (keys.db), because without it nobody in the log is recognised');
  }
  if (KRING_CLOCK !== '') await clockIsNotBehind(stores.events, clock.now());
};

const viewsAreNotAhead = async ({ views, door }: Stores, head: string): Promise<void> => {
  const reached = [await views.checkpoint(householdViewName), await door.checkpoint('door')];
  if (reached.every((position) => position <= head)) return;
  throw new ConfigurationError(
    'KRING_EVENT_STORE',
    `the log ends at position ${head === beforeTheFirst ? '0' : head}, and the views were drawn up to ${reached.sort().at(-1)}: events are missing from the log. ` +
      'Put back the last copy of the log; where there is none, remove the views (views.db and door.db), and have what partners sent since sent again',
  );
};

/** Read from the first event on: only demonstrations and tests set the clock, and their logs are short. */
const clockIsNotBehind = async (events: EventStore, now: Date): Promise<void> => {
  let last = '';
  for await (const batch of events.readAll({ after: beforeTheFirst, batchSize: largestBatch })) last = batch.at(-1)?.recordedAt ?? last;
  if (now.toISOString() >= last) return;
  throw new ConfigurationError('KRING_CLOCK', `lies before ${last}, when the last event was recorded: give a later instant, or another folder in KRING_DATA`);
};
