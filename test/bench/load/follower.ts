import { request, type IncomingMessage } from 'node:http';

type Seen = { readonly position: string; readonly at: number };

/** A reader who follows the circle of one household, and when each of its positions arrived. */
export class Follower {
  readonly #seen: Seen[] = [];
  readonly #stream: IncomingMessage;
  #rest = '';
  #waiting: (() => void) | undefined;

  private constructor(stream: IncomingMessage) {
    this.#stream = stream;
    stream.setEncoding('utf8');
    stream.on('error', () => undefined);
    stream.on('data', (text: string) => this.#take(text));
  }

  static open(url: string, headers: Readonly<Record<string, string>>): Promise<Follower> {
    return new Promise((opened, failed) => {
      const asking = request(url, { headers: { ...headers, accept: 'text/event-stream' }, agent: false }, (stream) => {
        if (stream.statusCode === 200) opened(new Follower(stream));
        else failed(new Error(`following a circle answered ${stream.statusCode}`));
      });
      asking.on('error', failed);
      asking.end();
    });
  }

  /** When the circle that holds this position arrived; it may have come with a later one. Undefined when it did not in time. */
  async seenAt(position: string, withinMs: number): Promise<number | undefined> {
    for (const until = performance.now() + withinMs; ; ) {
      const found = this.#seen.find((seen) => seen.position >= position);
      if (found) return found.at;
      const left = until - performance.now();
      if (left <= 0) return undefined;
      await this.#next(left);
    }
  }

  close(): void {
    this.#stream.destroy();
  }

  #next(withinMs: number): Promise<void> {
    return new Promise((resume) => {
      const late = setTimeout(resume, withinMs);
      this.#waiting = () => {
        clearTimeout(late);
        resume();
      };
    });
  }

  #take(text: string): void {
    const at = performance.now();
    this.#rest += text;
    for (let end = this.#rest.indexOf('\n\n'); end >= 0; end = this.#rest.indexOf('\n\n')) {
      const position = /^id: ?(\S+)/m.exec(this.#rest.slice(0, end))?.[1];
      if (position !== undefined) this.#seen.push({ position, at });
      this.#rest = this.#rest.slice(end + 2);
    }
    this.#waiting?.();
  }
}
