import { randomUUID } from 'node:crypto';
import { jsonEvent, type AllStreamSubscription, type JSONEventData } from '@eventstore/db-client';

export const aStream = (): string => `observed-${randomUUID()}`;
export const anEvent = (text = ''): JSONEventData => jsonEvent({ type: 'nl.kring.observed.v1', data: { text } });
export const several = (count: number): JSONEventData[] => Array.from({ length: count }, () => anEvent());

type Failed = { readonly type?: string; readonly name: string; readonly message: string; readonly code?: number; readonly actualVersion?: unknown; readonly maxAppendSize?: number };
export const failureOf = (attempt: Promise<unknown>): Promise<Failed> =>
  attempt.then(
    () => {
      throw new Error('nothing failed');
    },
    (error: unknown) => error as Failed,
  );

/** What a subscription emits, in its order, until `enough`. */
export const emittedBy = (subscription: AllStreamSubscription, enough: (names: readonly string[]) => boolean): Promise<string[]> =>
  new Promise((resolve) => {
    const names: string[] = [];
    const note = (name: string) => () => {
      names.push(name);
      if (enough(names)) resolve([...names]);
    };
    subscription.on('confirmation', note('confirmation')).on('data', note('event')).on('error', note('error')).on('end', note('end')).on('close', note('close'));
    subscription.on('caughtUp', note('caughtUp'));
  });
