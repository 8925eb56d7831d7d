import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Asked = { readonly method: string; readonly path: string; readonly headers: IncomingMessage['headers']; readonly body: string };
export type Told = { readonly status: number; readonly body: unknown };
export type HubOnPaper = { readonly url: string; readonly asked: Asked[]; close(): Promise<void> };

/** A server that answers what a spec tells it to, so that a command is tried over a real connection. */
export const hubOnPaper = async (answer: (asked: Asked) => Told | undefined): Promise<HubOnPaper> => {
  const asked: Asked[] = [];
  const server = createServer((message, response) => void reply(message, response));
  const reply = async (message: IncomingMessage, response: ServerResponse): Promise<void> => {
    const parts: Buffer[] = [];
    for await (const part of message) parts.push(part as Buffer);
    const one: Asked = { method: message.method ?? '', path: message.url ?? '', headers: message.headers, body: Buffer.concat(parts).toString() };
    asked.push(one);
    const { status, body } = answer(one) ?? { status: 404, body: { type: 'about:blank', title: 'Not found', status: 404 } };
    response.writeHead(status, { 'content-type': status < 400 ? 'application/json' : 'application/problem+json' }).end(JSON.stringify(body));
  };
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const close = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked, close };
};
