import { connect, type Socket } from 'node:net';

export type Reply = { readonly status: number; readonly body: Buffer };

const endOfHead = Buffer.from('\r\n\r\n');

/**
 * One HTTP/1.1 connection that stays open, one request at a time. It does as little as can be: the load shares the
 * processor with what is measured, and a comfortable client would measure itself.
 */
export class Connection {
  readonly #socket: Socket;
  #received: Buffer[] = [];
  #length = 0;
  #expected = 0;
  #answer: ((reply: Reply) => void) | undefined;
  #fail: ((error: Error) => void) | undefined;

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.setNoDelay(true);
    socket.on('data', (chunk: Buffer) => this.#take(chunk));
    socket.on('error', (error) => this.#fail?.(error));
    socket.on('close', () => this.#fail?.(new Error('the server closed the connection')));
  }

  static open(port: number): Promise<Connection> {
    return new Promise((opened, failed) => {
      const socket = connect({ port, host: '127.0.0.1' }, () => opened(new Connection(socket)));
      socket.once('error', failed);
    });
  }

  request(bytes: Buffer): Promise<Reply> {
    return new Promise((answer, fail) => {
      this.#answer = answer;
      this.#fail = fail;
      this.#socket.write(bytes);
    });
  }

  close(): void {
    this.#fail = undefined;
    this.#socket.destroy();
  }

  #take(chunk: Buffer): void {
    this.#received.push(chunk);
    this.#length += chunk.length;
    if (this.#length < this.#expected) return;
    const all = this.#received.length === 1 ? chunk : Buffer.concat(this.#received);
    const end = all.indexOf(endOfHead);
    if (end < 0) return;
    const head = all.toString('latin1', 0, end);
    const length = /^content-length: *(\d+)/im.exec(head)?.[1];
    if (length === undefined) return this.#fail?.(new Error(`an answer without a length: ${head.slice(0, 100)}`));
    this.#expected = end + endOfHead.length + Number(length);
    if (all.length < this.#expected) return;
    const reply = { status: Number(head.slice(9, 12)), body: all.subarray(end + endOfHead.length, this.#expected) };
    [this.#received, this.#length, this.#expected] = [[], 0, 0];
    const answer = this.#answer;
    [this.#answer, this.#fail] = [undefined, undefined];
    answer?.(reply);
  }
}

export type Asked = { readonly method: string; readonly path: string; readonly headers: Readonly<Record<string, string>>; readonly body?: string };

/** A request as it goes over the wire, made once and sent often. */
export const requestBytes = ({ method, path, headers, body = '' }: Asked): Buffer => {
  const lines = [`${method} ${path} HTTP/1.1`, 'host: 127.0.0.1', ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`), ...(body === '' ? [] : [`content-length: ${Buffer.byteLength(body)}`])];
  return Buffer.from(`${lines.join('\r\n')}\r\n\r\n${body}`);
};
