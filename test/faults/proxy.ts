import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { setTimeout as pass } from 'node:timers/promises';
import { chanceFrom, seedOf, whole, type Chance } from '../support/chance.ts';

/** What happens to what passes. Every chance is per piece that arrives from either side. */
export type Weather = {
  /** Milliseconds that each piece is held up, at least and at most. */
  readonly latencyMs?: readonly [number, number];
  /** The connection is reset, and the piece is lost with it. */
  readonly resetChance?: number;
  /** Only pieces of answers are lost so: what was asked for was done, and nobody hears of it. */
  readonly lostAnswerChance?: number;
  /** Pieces are cut into slices of so many bytes at most, each sent by itself. */
  readonly sliceBytes?: number;
  /** Nothing passes, and nobody is told. */
  readonly blackHole?: boolean;
};

export type Proxy = {
  readonly port: number;
  weather: Weather;
  readonly suffered: { connections: number; resets: number; lostAnswers: number; swallowed: number; slices: number };
  /** Breaks every connection that there is. */
  cut(): void;
  stop(): Promise<void>;
};

export type ProxyOptions = { readonly target: number; readonly seed: number; readonly port?: number; readonly weather?: Weather };

/** Stands between a client and a server on this machine. What it does to the n-th connection follows from the seed and n. */
export const startProxy = async ({ target, seed, port = 0, weather = {} }: ProxyOptions): Promise<Proxy> => {
  const sockets = new Set<Socket>();
  const keep = (socket: Socket): void => {
    sockets.add(socket);
    socket.on('error', () => undefined).once('close', () => sockets.delete(socket));
  };
  const cut = (): void => sockets.forEach((socket) => socket.resetAndDestroy());
  const server = createServer((client) => {
    proxy.suffered.connections += 1;
    const upstream = connect(target, '127.0.0.1');
    for (const socket of [client, upstream]) keep(socket.setNoDelay());
    const name = `connection ${proxy.suffered.connections}`;
    void carry(client, upstream, { proxy, chance: chanceFrom(seedOf(seed, `${name} asked`)), isAnswer: false });
    void carry(upstream, client, { proxy, chance: chanceFrom(seedOf(seed, `${name} answered`)), isAnswer: true });
  });
  const proxy: Proxy = {
    port: await listen(server, port),
    weather,
    suffered: { connections: 0, resets: 0, lostAnswers: 0, swallowed: 0, slices: 0 },
    cut,
    stop: async () => {
      const closed = once(server, 'close');
      server.close();
      cut();
      await closed;
    },
  };
  return proxy;
};

const listen = async (server: Server, port: number): Promise<number> => {
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return typeof address === 'object' && address ? address.port : port;
};

type Way = { readonly proxy: Proxy; readonly chance: Chance; readonly isAnswer: boolean };

/** One direction of a connection. Reading goes no faster than what was read is passed on, so nothing piles up here. */
const carry = async (from: Socket, to: Socket, way: Way): Promise<void> => {
  try {
    for await (const piece of from) {
      if (!(await endure(piece as Buffer, to, way))) break;
    }
    to.end();
  } catch {
    to.resetAndDestroy();
  }
};

/** False when the connection did not survive this piece. */
const endure = async (piece: Buffer, to: Socket, { proxy, chance, isAnswer }: Way): Promise<boolean> => {
  const { latencyMs, resetChance = 0, lostAnswerChance = 0, sliceBytes, blackHole = false } = proxy.weather;
  const [resets, loses] = [chance() < resetChance, isAnswer && chance() < lostAnswerChance];
  if (blackHole) {
    proxy.suffered.swallowed += 1;
    return true;
  }
  if (resets || loses) {
    proxy.suffered[loses ? 'lostAnswers' : 'resets'] += 1;
    throw new Error('the weather');
  }
  if (latencyMs) await pass(whole(chance, ...latencyMs));
  for (const slice of sliced(piece, sliceBytes)) {
    if (sliceBytes) proxy.suffered.slices += 1;
    if (!to.write(slice)) await once(to, 'drain');
    if (sliceBytes) await pass(0);
  }
  return !to.destroyed;
};

const sliced = (piece: Buffer, bytes = piece.length): Buffer[] =>
  Array.from({ length: Math.ceil(piece.length / bytes) }, (_, at) => piece.subarray(at * bytes, (at + 1) * bytes));
