import { connect, createServer, type Server, type Socket } from 'node:net';

/** What lies between the double and its clients. It is cut as the end of a process cuts it: at once, on all connections. */
export class Wire {
  readonly #sockets = new Set<Socket>();
  readonly #to: () => number;
  #server: Server | undefined;

  constructor(to: () => number) {
    this.#to = to;
  }

  /** Answers the port. */
  open(port: number): Promise<number> {
    const server = createServer((client) => this.#join(client, connect(this.#to(), '127.0.0.1')));
    this.#server = server;
    return new Promise((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, '127.0.0.1', () => {
        const address = server.address();
        resolve(typeof address === 'object' && address ? address.port : port);
      });
    });
  }

  cut(): Promise<void> {
    const closed = new Promise<void>((resolve) => {
      if (this.#server) this.#server.close(() => resolve());
      else resolve();
    });
    this.#server = undefined;
    for (const socket of this.#sockets) socket.resetAndDestroy();
    return closed;
  }

  #join(client: Socket, server: Socket): void {
    for (const [socket, other] of [[client, server], [server, client]] as const) {
      socket.setNoDelay(true);
      this.#sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        this.#sockets.delete(socket);
        other.destroy();
      });
      socket.pipe(other);
    }
  }
}
