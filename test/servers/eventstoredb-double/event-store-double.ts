import { Server, ServerCredentials, status, type handleUnaryCall } from '@grpc/grpc-js';
import { append, AppendStreams, batchAppend } from './appending.ts';
import { DoubleLog } from './double-log.ts';
import { Failures } from './failures.ts';
import { Followers } from './following.ts';
import { features, featuresService, gossip, gossipService, streamsService, uuid } from './protocol.ts';
import { read } from './reading.ts';
import { Wire } from './wire.ts';

export type DoubleOptions = {
  /** A free one unless given. */
  readonly port?: number;
  /** Where the log lies besides memory, for a double that is to outlive its process. */
  readonly file?: string;
  /** 1 MiB unless given, as at the server. */
  readonly maxAppendBytes?: number;
};

/** A server that speaks as EventStoreDB 23.10 does, to the client at least, and fails when told to. */
export type EventStoreDouble = {
  readonly port: number;
  readonly connectionString: string;
  readonly log: DoubleLog;
  readonly failures: Failures;
  /** How many subscriptions run now. */
  readonly followers: number;
  /** How many events it has sent to subscriptions so far. */
  readonly eventsSent: number;
  /** How many streams of appends are open: one for each client that has appended. */
  readonly appendStreams: number;
  /** Ends every subscription: with an error, or without a word. */
  dropFollowers(how?: 'error' | 'end'): void;
  /** Breaks all connections at once and takes no new ones. */
  goDown(): Promise<void>;
  /** Listens again at the same port, on the same log, as a new process would: with an empty memory of recent ids. */
  comeUp(): Promise<void>;
  stop(): Promise<void>;
};

const mebi = 1024 * 1024;
const largestMessage = 17 * mebi;

export const startEventStoreDouble = async ({ port = 0, file, maxAppendBytes = mebi }: DoubleOptions = {}): Promise<EventStoreDouble> => {
  const log = new DoubleLog(file);
  const failures = new Failures();
  const followers = new Followers();
  const appendStreams = new AppendStreams();
  const parts = { log, failures, followers, appendStreams, maxAppendBytes };
  let wire: Wire | undefined;
  let server: Server | undefined;
  const comeUp = async (at: number): Promise<number> => {
    const listening = await listen(parts, () => chosen);
    server = listening.server;
    wire = new Wire(() => listening.port);
    return wire.open(at);
  };
  const goDown = async (): Promise<void> => {
    await wire?.cut();
    server?.forceShutdown();
  };
  let chosen = port;
  chosen = await comeUp(port);
  return {
    port: chosen,
    connectionString: `esdb://127.0.0.1:${chosen}?tls=false`,
    log,
    failures,
    get followers() {
      return followers.count;
    },
    get eventsSent() {
      return followers.sent;
    },
    get appendStreams() {
      return appendStreams.open;
    },
    dropFollowers: (how = 'error') => followers.drop(how === 'error' ? { code: status.UNKNOWN, details: 'Unexpected SubscriptionDropReason: NotFound' } : null),
    goDown,
    comeUp: async () => {
      log.forgetRecent();
      await comeUp(chosen);
    },
    stop: async () => {
      failures.thaw();
      await goDown();
    },
  };
};

type Parts = { readonly log: DoubleLog; readonly failures: Failures; readonly followers: Followers; readonly appendStreams: AppendStreams; readonly maxAppendBytes: number };

/** At a port of its own, which only the wire knows; `shown` is the one that clients use. */
const listen = (parts: Parts, shown: () => number): Promise<{ readonly server: Server; readonly port: number }> => {
  const server = new Server({ 'grpc.max_receive_message_length': largestMessage });
  server.addService(streamsService.StreamsService, { read: read(parts), append: append(parts), batchAppend: batchAppend(parts), delete: unsupported, tombstone: unsupported });
  server.addService(featuresService.ServerFeaturesService, { getSupportedMethods: supportedMethods(parts.failures) });
  server.addService(gossipService.GossipService, { read: members(shown) });
  return new Promise((resolve, reject) => {
    server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, port) => (error ? reject(error) : resolve({ server, port })));
  });
};

const unsupported: handleUnaryCall<unknown, unknown> = (_call, answer) => answer({ code: status.UNIMPLEMENTED, details: 'the double takes this from its log only' });

const supportedMethods = (failures: Failures): handleUnaryCall<unknown, InstanceType<typeof features.SupportedMethods>> => async (_call, answer) => {
  await failures.whenThawed();
  if (failures.strikes('failFeatures')) return answer({ code: status.INTERNAL, details: 'Received RST_STREAM with code 2 (Internal server error)' });
  const names = ['read', 'append', ...(failures.withoutBatchAppend ? [] : ['batchappend'])];
  const methods = names.map((name) => new features.SupportedMethod().setServiceName('event_store.client.streams.streams').setMethodName(name));
  answer(null, new features.SupportedMethods().setEventStoreServerVersion('23.10.6').setMethodsList(methods));
};

/** The only member of its cluster, and so its leader. */
const members = (port: () => number): handleUnaryCall<unknown, InstanceType<typeof gossip.ClusterInfo>> => (_call, answer) => {
  const member = new gossip.MemberInfo()
    .setInstanceId(uuid('00000000-0000-0000-0000-000000000001'))
    .setTimeStamp('0')
    .setState(gossip.MemberInfo.VNodeState.LEADER)
    .setIsAlive(true)
    .setHttpEndPoint(new gossip.EndPoint().setAddress('127.0.0.1').setPort(port()));
  answer(null, new gossip.ClusterInfo().setMembersList([member]));
};
