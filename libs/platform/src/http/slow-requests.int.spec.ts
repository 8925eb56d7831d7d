import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { greetingApp } from '../testing/greetings.ts';
import { rawExchange } from '../testing/raw-exchange.ts';

const limits = { headersMs: 200, bodyMs: 200, idleMs: 1_500 };
const head = (path: string, type: string, framing: string): string => `POST ${path} HTTP/1.1\r\nHost: kring.example\r\nContent-Type: ${type}\r\n${framing}\r\n\r\n`;

describe('a request that comes slowly', () => {
  let app: NestFastifyApplication;
  let port: number;
  beforeAll(async () => {
    app = await greetingApp({ limits });
    await app.listen(0, '127.0.0.1');
    port = Number(new URL(await app.getUrl()).port);
  });
  afterAll(() => app.close());

  it('is cut off when its headers do not end', async () => {
    const answer = await rawExchange(port, (socket) => socket.write('GET /v1/greetings HTTP/1.1\r\nHost: kring.example\r\nX-Slow: '));
    expect(answer).toMatchObject({ status: 408, headers: { 'content-type': 'application/problem+json; charset=utf-8' } });
  });

  it('is cut off when a body that is held whole does not end', async () => {
    const answer = await rawExchange(port, (socket) => socket.write(`${head('/v1/greetings', 'application/json', 'Content-Length: 100')}{"name":`));
    expect(answer).toMatchObject({ status: 408, headers: { 'content-type': 'application/problem+json; charset=utf-8', connection: 'close' } });
  });

  it('may take as long as it flows when it is read as a stream', async () => {
    const started = performance.now();
    const answer = await rawExchange(port, (socket) => {
      socket.write(head('/v1/greetings/long', 'application/x-ndjson', 'Transfer-Encoding: chunked\r\nConnection: close'));
      const drip = setInterval(() => {
        if (performance.now() - started < 3 * limits.bodyMs) return void socket.write('3\r\n{}\n\r\n');
        clearInterval(drip);
        socket.write('0\r\n\r\n');
      }, limits.bodyMs / 4);
    });
    expect(answer.status).toBe(201);
    expect(performance.now() - started).toBeGreaterThan(2 * limits.bodyMs);
  });

  it('is cut off when a stream lies still', async () => {
    const socket = connect(port, '127.0.0.1');
    socket.write(`${head('/v1/greetings/long', 'application/x-ndjson', 'Transfer-Encoding: chunked')}3\r\n{}\n\r\n`);
    socket.resume().on('error', () => undefined);
    await once(socket, 'close');
  });
});
