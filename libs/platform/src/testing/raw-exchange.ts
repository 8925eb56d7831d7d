import { connect } from 'node:net';
import type { Socket } from 'node:net';

export type RawAnswer = { readonly status: number; readonly headers: Readonly<Record<string, string>>; readonly body: string };

const read = (text: string): RawAnswer => {
  const [head = '', ...body] = text.split('\r\n\r\n');
  const [first = '', ...lines] = head.split('\r\n');
  const headers = lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]);
  return { status: Number(first.split(' ')[1]), headers: Object.fromEntries(headers) as Record<string, string>, body: body.join('\r\n\r\n') };
};

/** Sends bytes as they are, as no HTTP client would, and answers with what came back before the server closed the connection. */
export const rawExchange = (port: number, send: (socket: Socket) => void): Promise<RawAnswer> =>
  new Promise((answered, failed) => {
    let text = '';
    const socket = connect(port, '127.0.0.1', () => send(socket));
    socket.on('data', (chunk) => (text += chunk.toString()));
    socket.once('error', failed);
    socket.once('close', () => answered(read(text)));
  });
