import type { Circle } from '@kring/contracts';
import { messagesOf } from './event-stream.ts';
import { asProblem } from './problem.ts';

export type Connection = 'connecting' | 'live' | 'lost';
type Opener = (lastEventId: string | null, signal: AbortSignal) => Promise<ReadableStream<Uint8Array>>;
type Watcher = {
  onCircle: (circle: Circle) => void;
  onConnection: (connection: Connection) => void;
  /** The hub no longer answers this reader for this household: trying again changes nothing. */
  onRefused: (reason: unknown) => void;
};
type Pause = (attempt: number, signal: AbortSignal) => Promise<void>;

/** Follows a household's circle until `signal` aborts: where the stream breaks it is opened again from the last circle seen. */
export const followCircle = async (open: Opener, from: string, watcher: Watcher, { signal, pause = pauseBetween }: { signal: AbortSignal; pause?: Pause }): Promise<void> => {
  let position: string = from;
  let attempt = 0;
  while (!signal.aborted) {
    try {
      watcher.onConnection(attempt === 0 ? 'connecting' : 'lost');
      const body = await open(position, signal);
      watcher.onConnection('live');
      attempt = 0;
      for await (const message of messagesOf(body)) {
        position = message.id ?? position;
        watcher.onCircle(JSON.parse(message.data) as Circle);
      }
    } catch (reason) {
      if (signal.aborted) return;
      if (isFinal(reason)) return watcher.onRefused(reason);
    }
    attempt += 1;
    watcher.onConnection('lost');
    await pause(attempt, signal);
  }
};

const isFinal = (reason: unknown): boolean => ['signed-out', 'not-found', 'not-allowed', 'refused'].includes(asProblem(reason).kind);

const firstPauseMs = 1_000;
const longestPauseMs = 30_000;

/** Doubles up to half a minute, with chance in it so that a restarted hub does not meet every reader at once; ends as soon as the device is online again. */
const pauseBetween: Pause = (attempt, signal) =>
  new Promise((resume) => {
    const ms = Math.min(longestPauseMs, firstPauseMs * 2 ** (attempt - 1)) * (0.5 + Math.random() / 2);
    const done = () => {
      clearTimeout(timer);
      removeEventListener('online', done);
      resume();
    };
    const timer = setTimeout(done, ms);
    addEventListener('online', done, { signal });
    signal.addEventListener('abort', done, { once: true });
  });
