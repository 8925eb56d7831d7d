import { Connection, type Reply } from './connection.ts';

/** Connections that stay open, one request at a time each; a request waits for a free one. */
export class Lines {
  readonly #all: readonly Connection[];
  readonly #free: Connection[];
  readonly #waiting: ((line: Connection) => void)[] = [];

  private constructor(all: readonly Connection[]) {
    this.#all = all;
    this.#free = [...all];
  }

  static async open(port: number, count: number): Promise<Lines> {
    return new Lines(await Promise.all(Array.from({ length: count }, () => Connection.open(port))));
  }

  async request(bytes: Buffer): Promise<Reply> {
    const line = this.#free.pop() ?? (await new Promise<Connection>((free) => this.#waiting.push(free)));
    const reply = await line.request(bytes);
    const next = this.#waiting.shift();
    if (next) next(line);
    else this.#free.push(line);
    return reply;
  }

  close(): void {
    for (const line of this.#all) line.close();
  }
}
