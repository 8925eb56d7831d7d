import { EventStoreUnavailable } from '@kring/event-store';
import { NoPlace } from './gate.ts';
import { TookTooLong } from './patience.ts';

/** What a failed call of the client means to us. `connection` says whether the client has lost its channel over it. */
export type Fault =
  | { readonly kind: 'wrong-revision'; readonly actual: number | 'no-stream' }
  | { readonly kind: 'no-stream' }
  | { readonly kind: 'tombstoned' }
  | { readonly kind: 'too-large'; readonly limit: number | undefined }
  /** Nothing happened, and repeating it will not help. */
  | { readonly kind: 'refused'; readonly why: string }
  | Passing;

/** `not-done`: nothing happened. `unknown`: it may have happened. Either may be tried again. */
export type Passing = { readonly kind: 'not-done' | 'unknown'; readonly why: string; readonly connection: 'kept' | 'lost' };

/** Whatever the client throws: its own errors carry a `type`, those of gRPC a `code`; messages are empty as often as not. */
type Thrown = {
  readonly type?: unknown;
  readonly code?: unknown;
  readonly message?: unknown;
  readonly actualVersion?: unknown;
  readonly maxAppendSize?: unknown;
};

const unavailable = 14;
const notYet = /Server Is Not Ready|Server Is (Too )?Busy|No leader info/i;
const neverSent = /No connection established|Name resolution failed|ECONNREFUSED|ENOTFOUND|Failed to discover/;

export const faultOf = (error: unknown): Fault => {
  if (error instanceof NoPlace || error instanceof EventStoreUnavailable) return { kind: 'not-done', why: error.message, connection: 'kept' };
  if (error instanceof TookTooLong) return { kind: 'unknown', why: error.message, connection: 'kept' };
  const thrown = (typeof error === 'object' && error !== null ? error : {}) as Thrown;
  return faultOfCommand(thrown) ?? faultOfCall(thrown);
};

const wordsOf = ({ message }: Thrown): string => (typeof message === 'string' ? message : '');

const faultOfCommand = (thrown: Thrown): Fault | undefined => {
  switch (thrown.type) {
    case 'wrong-expected-version':
      return { kind: 'wrong-revision', actual: typeof thrown.actualVersion === 'bigint' ? Number(thrown.actualVersion) : 'no-stream' };
    case 'stream-not-found':
      return { kind: 'no-stream' };
    case 'stream-deleted':
      return { kind: 'tombstoned' };
    case 'maximum-append-size-exceeded':
      return { kind: 'too-large', limit: typeof thrown.maxAppendSize === 'number' ? thrown.maxAppendSize : undefined };
    case 'access-denied':
      return { kind: 'refused', why: 'it does not accept these credentials for this' };
    case 'invalid-argument':
      return { kind: 'refused', why: wordsOf(thrown) };
    case 'not-leader':
      return { kind: 'unknown', why: 'another node leads the cluster now', connection: 'kept' };
    default:
      return undefined;
  }
};

const faultOfCall = (thrown: Thrown): Passing => {
  const words = wordsOf(thrown);
  const why = words === '' ? 'it gave an error without words' : words;
  // Also when the server itself cancels a call, the client leaves its channel for another.
  const lost = thrown.code === unavailable || thrown.type === 'unavailable' || thrown.type === 'cancelled';
  if (notYet.test(words)) return { kind: 'not-done', why, connection: lost ? 'lost' : 'kept' };
  // What has no type comes from the client's own questions to the server, before anything of the call itself is sent.
  if (thrown.type === undefined || neverSent.test(words)) return { kind: 'not-done', why, connection: 'lost' };
  return { kind: 'unknown', why, connection: lost ? 'lost' : 'kept' };
};
