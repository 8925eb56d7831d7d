import type { Watch } from './watchers.ts';

/** A circle that may be sent: where it stands in the order of circles, and its JSON on one line. */
export type SentCircle = { readonly id: string; readonly json: string };

export type CircleMessagesParts = {
  readonly watch: Watch;
  /** The circle as it may be seen now, when it is another than the reader has; null when it may no longer be seen. */
  readonly circleAfter: (id: string | undefined) => Promise<SentCircle | 'same' | null>;
  /** Whether the reader's token is still good. */
  readonly mayGoOn: () => Promise<boolean>;
  readonly lastEventId: string | undefined;
  readonly heartbeatMs: number;
};

/** What a browser waits, in milliseconds, before it connects again. */
const retry = 'retry: 2000\n\n';
const heartbeat = ': nothing new\n\n';
const messageOf = ({ id, json }: SentCircle): string => `id: ${id}\nevent: circle\ndata: ${json}\n\n`;

/**
 * The text of a stream of circles: the present one unless the reader has it already, then each that follows. It ends with the
 * reader's token, or when the household may no longer be seen.
 */
export async function* circleMessages({ watch, circleAfter, mayGoOn, lastEventId, heartbeatMs }: CircleMessagesParts): AsyncGenerator<string, void, undefined> {
  let sent = lastEventId;
  try {
    yield retry;
    for (let woken: Awaited<ReturnType<Watch['next']>> = 'changed'; woken !== 'ended'; woken = await watch.next(heartbeatMs)) {
      if (!(await mayGoOn())) return;
      if (woken === 'quiet') {
        yield heartbeat;
        continue;
      }
      const circle = await circleAfter(sent);
      if (circle === null) return;
      if (circle === 'same') continue;
      sent = circle.id;
      yield messageOf(circle);
    }
  } finally {
    watch.end();
  }
}
