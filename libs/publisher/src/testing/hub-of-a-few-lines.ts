import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Publisher, type CloudEvent, type PublisherOptions } from '../index.ts';

export type Request = { readonly path: string; readonly type: string; readonly authorization: string; readonly body: string };
export type Reply = { readonly status: number; readonly body?: unknown; readonly headers?: Record<string, string> } | 'hang up';

/** A hub of a few lines behind a real socket: it takes whatever it is sent, unless a spec says otherwise. */
export class HubOfAFewLines {
  readonly requests: Request[] = [];
  /** How long a publisher waited before each further attempt, in milliseconds. */
  readonly waits: number[] = [];
  answers: (request: Request) => Reply | undefined = () => undefined;
  readonly #server: Server = createServer((message, response) => void this.#handle(message, response));

  static async open(): Promise<HubOfAFewLines> {
    const hub = new HubOfAFewLines();
    await new Promise<void>((listening) => hub.#server.listen(0, '127.0.0.1', listening));
    return hub;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  get posts(): Request[] {
    return this.requests.filter(({ path }) => path === '/v1/events');
  }

  get tokensAsked(): number {
    return this.requests.filter(({ path }) => path === '/oauth/token').length;
  }

  publisher(options: Partial<PublisherOptions> = {}): Publisher {
    const pace = { wait: (milliseconds: number) => { this.waits.push(milliseconds); return Promise.resolve(); }, chance: () => 1 };
    return new Publisher({ url: this.url, as: { clientId: 'omring', clientSecret: 'demo-omring' }, pace, ...options });
  }

  /** Answers so the first times that events come, and as usual after that. */
  atFirst(times: number, reply: Reply): void {
    let left = times;
    this.answers = ({ path }) => (path === '/v1/events' && left-- > 0 ? reply : undefined);
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((closed) => this.#server.close(closed));
  }

  async #handle(message: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of message) parts.push(part as Buffer);
    const { authorization = '', 'content-type': type = '' } = message.headers;
    const request = { path: message.url ?? '', type, authorization, body: Buffer.concat(parts).toString() };
    this.requests.push(request);
    const token: Reply = { status: 200, body: { access_token: `token-${this.tokensAsked}`, expires_in: 300 } };
    const reply = this.answers(request) ?? (request.path === '/oauth/token' ? token : taken(request));
    if (reply === 'hang up') return void message.socket.destroy();
    response.writeHead(reply.status, { 'content-type': reply.status < 400 ? 'application/json' : 'application/problem+json', ...reply.headers });
    response.end(JSON.stringify(reply.body ?? { type: 'about:blank', title: 'No', status: reply.status }));
  }
}

/** The ids in a body of lines. */
export const idsOf = ({ body }: Request): string[] => body.trim().split('\n').map((text) => (JSON.parse(text) as CloudEvent).id);

const taken = (request: Request): Reply => {
  const ids = request.type === 'application/x-ndjson' ? idsOf(request) : (JSON.parse(request.body) as CloudEvent[]).map(({ id }) => id);
  const results = ids.map((id) => ({ id, source: 'urn:test', status: 'accepted', position: '0009', householdId: 'h' }));
  return { status: 202, body: { accepted: ids.length, duplicates: 0, rejected: 0, position: '0009', results } };
};

export const event = (id: string): CloudEvent => ({ specversion: '1.0', id, source: 'urn:test', type: 'nl.kring.visits.planned.v1', time: '2025-01-01T00:00:00Z', datacontenttype: 'application/json', data: {} });

export const problem = (status: number, errors?: unknown[]): Reply => ({ status, body: { type: 'about:blank', title: 'Refused', status, detail: 'not this', errors } });
