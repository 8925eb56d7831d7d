import { ANY, NO_STREAM, STREAM_EXISTS, type AppendExpectedRevision, type AppendResult } from '@eventstore/db-client';
import { AppendOutcomeUnknown, EventStoreUnavailable, WrongExpectedRevision, type ExpectedRevision, type NewEvent } from '@kring/event-store';
import type { Connection } from './connection.ts';
import { faultOf, type Passing } from './fault.ts';
import { Deadline, delayAfter, pause } from './patience.ts';
import type { RecordingTimes } from './recorded-at.ts';
import { toStored } from './stored-event.ts';
import { StreamTombstoned } from './stream-tombstoned.ts';

/** The server takes less at a time than was thought. */
export class TooLarge extends Error {
  override readonly name = 'TooLarge';
  constructor(readonly limit: number | undefined) {
    super('the append is larger than the event store takes at a time');
  }
}

export type OneAppend = { readonly stream: string; readonly events: readonly NewEvent[]; readonly expected: ExpectedRevision };

/** Where the last event of an append stands; the server may leave out the position of a repetition. */
export type Stored = { readonly revision: number; readonly position: AppendResult['position'] };

export type SureAppendParts = {
  readonly connection: Connection;
  readonly times: RecordingTimes;
  /** Looks whether the stream holds the events by now; asked before a repetition that the server itself may not recognise. */
  readonly lookBack: (append: OneAppend, deadline: Deadline) => Promise<Stored | undefined>;
};

/**
 * One append, tried until the server has answered it or its time is over. A try of which nothing is known is repeated with
 * the same ids and the same expected revision, so that it is stored once; under an expected revision the server sees to that.
 *
 * @throws WrongExpectedRevision, AppendOutcomeUnknown, EventStoreUnavailable (nothing was stored), TooLarge, StreamTombstoned.
 */
export const appendSurely = async (append: OneAppend, { connection, times, lookBack }: SureAppendParts): Promise<Stored> => {
  const deadline = new Deadline(connection.timeOuts.appendMs);
  const { stream, events, expected } = append;
  const expectedRevision = revisionFor(expected);
  let unsure = false;
  for (let failures = 0; ; failures += 1) {
    const fault = await connection.send({ stream, events: () => events.map((event) => toStored(event, times.next())), expectedRevision }, deadline).then(storedBy, passingFault(append));
    if ('revision' in fault) return fault;
    unsure ||= fault.kind === 'unknown';
    const delay = delayAfter(failures);
    if (deadline.left <= delay) throw givenUp(connection, stream, { unsure, why: fault.why });
    await pause(delay);
    if (!unsure || (expected !== 'any' && expected !== 'stream-exists')) continue;
    const stored = await lookBack(append, deadline).catch(() => {
      throw givenUp(connection, stream, { unsure, why: fault.why });
    });
    if (stored) return stored;
  }
};

const storedBy = ({ nextExpectedRevision, position }: AppendResult): Stored => ({ revision: Number(nextExpectedRevision), position });

/** What may be tried again; everything else is thrown as what it is. */
const passingFault = ({ stream, expected }: OneAppend) => (error: unknown): Passing => {
  const fault = faultOf(error);
  switch (fault.kind) {
    case 'not-done':
    case 'unknown':
      return fault;
    case 'wrong-revision':
      throw new WrongExpectedRevision(stream, expected, fault.actual);
    case 'no-stream':
      throw new WrongExpectedRevision(stream, expected, 'no-stream');
    case 'tombstoned':
      throw new StreamTombstoned(stream);
    case 'too-large':
      throw new TooLarge(fault.limit);
    case 'refused':
      throw new EventStoreUnavailable(`the event store refused an append to ${stream}: ${fault.why}`);
  }
};

const givenUp = ({ address }: Connection, stream: string, { unsure, why }: { readonly unsure: boolean; readonly why: string }): Error =>
  unsure
    ? new AppendOutcomeUnknown(`the event store at ${address.shown} may or may not have taken an append to ${stream}: ${why}`)
    : new EventStoreUnavailable(`the event store at ${address.shown} took nothing of an append to ${stream}: ${why}`);

const revisionFor = (expected: ExpectedRevision): AppendExpectedRevision => {
  if (expected === 'any') return ANY;
  if (expected === 'no-stream') return NO_STREAM;
  return expected === 'stream-exists' ? STREAM_EXISTS : BigInt(expected);
};
