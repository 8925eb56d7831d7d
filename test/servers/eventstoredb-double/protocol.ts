import { createRequire } from 'node:module';
import gossipService from '@eventstore/db-client/generated/gossip_grpc_pb.js';
import gossip from '@eventstore/db-client/generated/gossip_pb.js';
import featuresService from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import features from '@eventstore/db-client/generated/serverfeatures_pb.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import rpcStatus from '@eventstore/db-client/generated/status_pb.js';
import streamsService from '@eventstore/db-client/generated/streams_grpc_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';

/** The messages and services as the client itself was generated from them, so that the two cannot differ. */
export { features, featuresService, gossip, gossipService, rpcStatus, shared, streams, streamsService };

type Any = { pack(value: Uint8Array, name: string): void };
type Packing = { readonly Any: new () => Any };

/** The client's own copy of protobuf: another copy would make messages that it does not recognise. */
const ofClient = createRequire(createRequire(import.meta.url).resolve('@eventstore/db-client'));
const { Any } = ofClient('google-protobuf/google/protobuf/any_pb.js') as Packing;
const { Empty } = ofClient('google-protobuf/google/protobuf/empty_pb.js') as { readonly Empty: new () => never };

export const nothing = (): never => new Empty();

type Message = { serializeBinary(): Uint8Array };

/** What a batch append answers when it fails: a code that nobody reads, a text, and the error itself packed inside. */
export const failure = (text: string, name: string, details: Message): InstanceType<typeof rpcStatus.Status> => {
  const packed = new Any();
  packed.pack(details.serializeBinary(), name);
  return new rpcStatus.Status().setMessage(text).setDetails(packed as never);
};

export const streamNamed = (name: string): InstanceType<typeof shared.StreamIdentifier> => new shared.StreamIdentifier().setStreamName(Uint8Array.from(Buffer.from(name)));

export const nameOf = (identifier: InstanceType<typeof shared.StreamIdentifier> | undefined): string => Buffer.from(identifier?.getStreamName_asU8() ?? []).toString('utf8');

export const uuid = (text: string): InstanceType<typeof shared.UUID> => new shared.UUID().setString(text);
