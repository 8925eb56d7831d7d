import { describe, expect, it } from '@jest/globals';
import { faultOf } from './fault.ts';

const thrown = (facts: Record<string, unknown>): Error => Object.assign(new Error(typeof facts['message'] === 'string' ? facts['message'] : ''), facts);

describe('what the client throws', () => {
  it.each([
    ['a wrong revision, without words', { type: 'wrong-expected-version', actualVersion: 4n }, { kind: 'wrong-revision', actual: 4 }],
    ['a wrong revision where there is no stream', { type: 'wrong-expected-version', actualVersion: 'no_stream' }, { kind: 'wrong-revision', actual: 'no-stream' }],
    ['a stream that is not there', { type: 'stream-not-found' }, { kind: 'no-stream' }],
    ['a tombstone', { type: 'stream-deleted' }, { kind: 'tombstoned' }],
    ['too much at a time', { type: 'maximum-append-size-exceeded', maxAppendSize: 1_048_576 }, { kind: 'too-large', limit: 1_048_576 }],
    ['a server that starts', { type: 'unknown', message: 'Could not recognize Server Is Not Ready' }, { kind: 'not-done', connection: 'kept' }],
    ['a server that starts, to a reader', { type: 'unavailable', code: 14, message: '14 UNAVAILABLE: Server Is Not Ready' }, { kind: 'not-done', connection: 'lost' }],
    ['a server that is away', { type: 'unavailable', code: 14, message: '14 UNAVAILABLE: No connection established. Last error: connect ECONNREFUSED' }, { kind: 'not-done', connection: 'lost' }],
    ['a server that is away, as gRPC says it', { code: 14, message: '14 UNAVAILABLE: Connection dropped' }, { kind: 'not-done', connection: 'lost' }],
    ['a connection that breaks under an append', { type: 'unavailable', code: 14, message: '14 UNAVAILABLE: Connection dropped' }, { kind: 'unknown', connection: 'lost' }],
    ['a call that the server cancels', { type: 'cancelled', code: 1 }, { kind: 'unknown', connection: 'lost' }],
    ['a deadline', { type: 'deadline-exceeded' }, { kind: 'unknown', connection: 'kept' }],
    ['another leader', { type: 'not-leader' }, { kind: 'unknown', connection: 'kept' }],
    ['something without words', { type: 'unknown' }, { kind: 'unknown', why: 'it gave an error without words' }],
    ['wrong credentials', { type: 'access-denied' }, { kind: 'refused' }],
  ])('%s', (_, facts, fault) => {
    expect(faultOf(thrown(facts))).toMatchObject(fault);
  });

  it('may be no error at all', () => {
    expect(faultOf('Impossible situation')).toMatchObject({ kind: 'not-done' });
    expect(faultOf(undefined)).toMatchObject({ kind: 'not-done' });
  });
});
