import { status, type handleServerStreamingCall, type ServerWritableStream } from '@grpc/grpc-js';
import { exception } from './appending.ts';
import type { DoubleLog, LoggedEvent } from './double-log.ts';
import type { Failures } from './failures.ts';
import { follow, type Followers } from './following.ts';
import { nameOf, streamNamed, streams, uuid } from './protocol.ts';

export type ReadRequest = InstanceType<typeof streams.ReadReq>;
export type ReadAnswer = InstanceType<typeof streams.ReadResp>;
export type ReadCall = ServerWritableStream<ReadRequest, ReadAnswer>;
type Options = InstanceType<typeof streams.ReadReq.Options>;

export type Reading = { readonly log: DoubleLog; readonly failures: Failures; readonly followers: Followers };

/** Reads of a stream or of everything, forwards or backwards, and subscriptions to everything: all of them are this one call. */
export const read = ({ log, failures, followers }: Reading): handleServerStreamingCall<ReadRequest, ReadAnswer> => async (call) => {
  call.on('error', () => undefined);
  await failures.whenThawed();
  if (failures.refuses()) return void call.emit('error', { code: status.UNAVAILABLE, details: 'Server Is Not Ready' });
  const options = call.request.getOptions();
  if (!options) return void call.emit('error', { code: status.INVALID_ARGUMENT, details: 'no options' });
  if (options.hasSubscription()) return follow(call, options, { log, failures, followers });
  const name = nameOf(options.getStream()?.getStreamIdentifier());
  const events = options.hasStream() ? log.read(name) : log.events;
  if (events === 'tombstoned') {
    return void call.emit('error', { code: status.FAILED_PRECONDITION, details: `Event stream '${name}' is deleted.`, metadata: exception('stream-deleted', { 'stream-name': name }) });
  }
  if (events === undefined) {
    call.write(new streams.ReadResp().setStreamNotFound(new streams.ReadResp.StreamNotFound().setStreamIdentifier(streamNamed(name))));
    return void call.end();
  }
  for (const event of chosen(events, options)) if (!(await send(call, eventAnswer(event)))) return;
  call.end();
};

/** Both ways of reading begin with the event that stands where they are told to begin. */
const chosen = (events: readonly LoggedEvent[], options: Options): readonly LoggedEvent[] => {
  const backwards = options.getReadDirection() === streams.ReadReq.Options.ReadDirection.BACKWARDS;
  const beyond = placeIn(options);
  const within = events.filter((event) => beyond === undefined || (backwards ? beyond(event) <= 0 : beyond(event) >= 0));
  return (backwards ? within.toReversed() : within).slice(0, Number(options.getCount()));
};

/** How an event lies to where the read begins: before it (negative), there (0) or behind it. */
const placeIn = (options: Options): ((event: LoggedEvent) => number) | undefined => {
  const stream = options.getStream();
  if (stream) return stream.hasRevision() ? (event) => event.revision - Number(stream.getRevision()) : undefined;
  const position = options.getAll()?.getPosition();
  if (!position) return undefined;
  const commit = BigInt(position.getCommitPosition());
  return (event) => (event.position < commit ? -1 : Number(event.position > commit));
};

const ticksAMillisecond = 10_000n;

export const eventAnswer = (event: LoggedEvent): ReadAnswer => {
  const recorded = new streams.ReadResp.ReadEvent.RecordedEvent()
    .setId(uuid(event.id))
    .setStreamIdentifier(streamNamed(event.stream))
    .setStreamRevision(String(event.revision))
    .setCommitPosition(event.position.toString())
    .setPreparePosition(event.position.toString())
    .setData(event.data)
    .setCustomMetadata(event.metadata);
  recorded.getMetadataMap().set('type', event.type);
  recorded.getMetadataMap().set('content-type', event.json ? 'application/json' : 'application/octet-stream');
  recorded.getMetadataMap().set('created', (BigInt(event.created) * ticksAMillisecond).toString());
  return new streams.ReadResp().setEvent(new streams.ReadResp.ReadEvent().setEvent(recorded).setCommitPosition(event.position.toString()));
};

/** Writes when the reader has room; false when it went away. */
export const send = async (call: ReadCall, answer: ReadAnswer): Promise<boolean> => {
  if (call.cancelled || call.destroyed) return false;
  if (call.write(answer)) return true;
  await roomOrEnd(call);
  return !call.cancelled && !call.destroyed;
};

const roomOrEnd = (call: ReadCall): Promise<void> =>
  new Promise((resolve) => {
    const signs = ['drain', 'cancelled', 'error', 'close'];
    const done = (): void => {
      for (const sign of signs) call.off(sign, done);
      resolve();
    };
    for (const sign of signs) call.on(sign, done);
  });
