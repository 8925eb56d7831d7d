import { finished } from 'node:stream';
import { Metadata, status, type handleBidiStreamingCall, type handleClientStreamingCall, type ServerDuplexStream } from '@grpc/grpc-js';
import type { DoubleLog, Expected, ProposedEvent, WriteOutcome } from './double-log.ts';
import type { Failures } from './failures.ts';
import { failure, nameOf, nothing, shared, streamNamed, streams } from './protocol.ts';

type BatchRequest = InstanceType<typeof streams.BatchAppendReq>;
type BatchAnswer = InstanceType<typeof streams.BatchAppendResp>;
type BatchCall = ServerDuplexStream<BatchRequest, BatchAnswer>;
type Proposal = Pick<InstanceType<typeof streams.BatchAppendReq.ProposedMessage>, 'getId' | 'getMetadataMap' | 'getData_asU8' | 'getCustomMetadata_asU8'>;

/** The streams of appends that clients keep open. */
export class AppendStreams {
  open = 0;
}

export type Appending = { readonly log: DoubleLog; readonly failures: Failures; readonly appendStreams: AppendStreams; readonly maxAppendBytes: number };

type Write = { readonly options: InstanceType<typeof streams.BatchAppendReq.Options>; readonly events: ProposedEvent[]; size: number };

/** The call the client appends by: one stream of requests and answers for all appends, told apart by their correlation ids. */
export const batchAppend = (parts: Appending): handleBidiStreamingCall<BatchRequest, BatchAnswer> => (call) => {
  const writes = new Map<string, Write>();
  let turn = Promise.resolve();
  parts.appendStreams.open += 1;
  finished(call, () => {
    parts.appendStreams.open -= 1;
  });
  call.on('data', (request: BatchRequest) => {
    const thawed = parts.failures.whenThawed();
    turn = turn.then(() => thawed).then(() => takeRequest(parts, call, writes, request));
  });
  call.on('end', () => void turn.then(() => call.end()));
};

const takeRequest = ({ log, failures, maxAppendBytes }: Appending, call: BatchCall, writes: Map<string, Write>, request: BatchRequest): void => {
  const correlation = request.getCorrelationId()?.getString() ?? '';
  const options = request.getOptions();
  if (options) writes.set(correlation, { options, events: [], size: 0 });
  const write = writes.get(correlation);
  if (!write) return;
  const stream = nameOf(write.options.getStreamIdentifier());
  const answer = (): BatchAnswer => new streams.BatchAppendResp().setCorrelationId(request.getCorrelationId()).setStreamIdentifier(streamNamed(stream));
  for (const proposal of request.getProposedMessagesList()) {
    const event = eventOf(proposal);
    write.events.push(event);
    write.size += event.data.length + event.metadata.length + 2 * event.type.length;
  }
  if (write.size > maxAppendBytes) {
    writes.delete(correlation);
    call.write(answer().setError(failure('', 'event_store.client.MaximumAppendSizeExceeded', new shared.MaximumAppendSizeExceeded().setMaxappendsize(maxAppendBytes))));
    return;
  }
  if (!request.getIsFinal()) return;
  writes.delete(correlation);
  if (failures.refuses()) return void call.write(answer().setError(failure('Server Is Not Ready', 'google.protobuf.Empty', nothing())));
  if (failures.strikes('timeOutAppends')) return void call.write(answer().setError(failure('', 'event_store.client.Timeout', new shared.Timeout())));
  const outcome = log.append(stream, expectedBy(write.options), write.events);
  if (failures.strikes('withholdAnswers')) return;
  if (failures.strikes('breakAfterAppends')) return void call.emit('error', { code: status.UNAVAILABLE, details: 'Connection dropped' });
  call.write(withOutcome(answer(), outcome, stream));
};

const withOutcome = (answer: BatchAnswer, outcome: WriteOutcome, stream: string): BatchAnswer => {
  switch (outcome.kind) {
    case 'stored': {
      const success = new streams.BatchAppendResp.Success();
      if (outcome.revision < 0) success.setNoStream(nothing());
      else success.setCurrentRevision(String(outcome.revision));
      if (outcome.position === undefined) success.setNoPosition(nothing());
      else success.setPosition(new shared.AllStreamPosition().setCommitPosition(outcome.position.toString()).setPreparePosition(outcome.position.toString()));
      return answer.setSuccess(success);
    }
    case 'wrong-revision': {
      const wrong = new shared.WrongExpectedVersion();
      if (outcome.actual === 'no-stream') wrong.setCurrentNoStream(nothing());
      else wrong.setCurrentStreamRevision(String(outcome.actual));
      return answer.setError(failure('', 'event_store.client.WrongExpectedVersion', wrong));
    }
    case 'tombstoned':
      return answer.setError(failure('', 'event_store.client.StreamDeleted', new shared.StreamDeleted().setStreamIdentifier(streamNamed(stream))));
  }
};

/** The call for a single append, the only one that an older server has. */
export const append = ({ log, failures, maxAppendBytes }: Appending): handleClientStreamingCall<InstanceType<typeof streams.AppendReq>, InstanceType<typeof streams.AppendResp>> => (call, answer) => {
  let stream = '';
  let expected: Expected = 'any';
  const events: ProposedEvent[] = [];
  call.on('data', (request: InstanceType<typeof streams.AppendReq>) => {
    const options = request.getOptions();
    const proposal = request.getProposedMessage();
    if (options) [stream, expected] = [nameOf(options.getStreamIdentifier()), expectedOf(options, Number(options.getRevision()))];
    if (proposal) events.push(eventOf(proposal));
  });
  call.on('end', async () => {
    await failures.whenThawed();
    if (failures.refuses()) return answer({ code: status.UNAVAILABLE, details: 'Server Is Not Ready' });
    const size = events.reduce((sum, event) => sum + event.data.length + event.metadata.length + 2 * event.type.length, 0);
    if (size > maxAppendBytes) return answer({ code: status.INVALID_ARGUMENT, details: 'too large', metadata: exception('maximum-append-size-exceeded', { 'maximum-append-size': String(maxAppendBytes) }) });
    const outcome = log.append(stream, expected, events);
    if (outcome.kind === 'tombstoned') return answer({ code: status.FAILED_PRECONDITION, details: `Event stream '${stream}' is deleted.`, metadata: exception('stream-deleted', { 'stream-name': stream }) });
    if (outcome.kind === 'stored') return answer(null, stored(outcome.revision, outcome.position));
    const wrong = new streams.AppendResp.WrongExpectedVersion();
    if (outcome.actual === 'no-stream') wrong.setCurrentNoStream(new shared.Empty());
    else wrong.setCurrentRevision(String(outcome.actual));
    answer(null, new streams.AppendResp().setWrongExpectedVersion(wrong));
  });
};

const stored = (revision: number, position: bigint | undefined): InstanceType<typeof streams.AppendResp> => {
  const success = new streams.AppendResp.Success().setCurrentRevision(String(revision));
  if (position !== undefined) success.setPosition(new streams.AppendResp.Position().setCommitPosition(position.toString()).setPreparePosition(position.toString()));
  return new streams.AppendResp().setSuccess(success);
};

/** How the server says by a call's trailers which error it was. */
export const exception = (name: string, facts: Readonly<Record<string, string>>): Metadata => {
  const metadata = new Metadata();
  for (const [key, value] of Object.entries({ exception: name, ...facts })) metadata.set(key, value);
  return metadata;
};

type Expecting = { hasAny(): boolean; hasNoStream(): boolean; hasStreamExists(): boolean };

const expectedOf = (options: Expecting, revision: number): Expected => {
  if (options.hasAny()) return 'any';
  if (options.hasNoStream()) return 'no-stream';
  return options.hasStreamExists() ? 'stream-exists' : revision;
};

const expectedBy = (options: Write['options']): Expected => expectedOf(options, Number(options.getStreamPosition()));

const eventOf = (proposal: Proposal): ProposedEvent => ({
  id: proposal.getId()?.getString() ?? '',
  type: String(proposal.getMetadataMap().get('type')),
  json: proposal.getMetadataMap().get('content-type') === 'application/json',
  data: proposal.getData_asU8(),
  metadata: proposal.getCustomMetadata_asU8(),
});
