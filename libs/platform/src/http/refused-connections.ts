import { STATUS_CODES } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { Problem } from '../problem.ts';
import { problemType, securityHeaders, versionHeader } from './headers.ts';

const headersOf = (told: Problem, body: string, version: string): Record<string, string> => ({
  ...securityHeaders,
  ...told.headers,
  [versionHeader]: version,
  'content-type': problemType,
  'content-length': String(Buffer.byteLength(body)),
  connection: 'close',
});

const problemOfCode = (code: string | undefined): Problem => {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return new Problem(408, 'Request Timeout', 'The request took too long to arrive.');
  if (code === 'HPE_HEADER_OVERFLOW') return new Problem(431, 'Request Header Fields Too Large', 'The path and headers together are longer than 16 KB; what is long belongs in a body.');
  return new Problem(400, 'Bad Request', 'This is no HTTP request that can be read.');
};

/** What cannot be read as a request never reaches a route. It gets a problem all the same, and then the connection is closed. */
export const refuseConnections = (version: string) => ({ code }: { readonly code?: string }, socket: Socket): void => {
  if (code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const told = problemOfCode(code);
  const body = JSON.stringify(told.body());
  const lines = Object.entries(headersOf(told, body, version)).map(([name, value]) => `${name}: ${value}`);
  socket.end([`HTTP/1.1 ${told.status} ${STATUS_CODES[told.status]}`, ...lines, '', body].join('\r\n'));
};

/** `Expect` with anything but 100-continue. */
export const refuseExpectation = (version: string) => (_request: IncomingMessage, response: ServerResponse): void => {
  const told = new Problem(417, 'Expectation Failed', 'Of the header Expect only 100-continue is known here.');
  const body = JSON.stringify(told.body());
  response.writeHead(told.status, headersOf(told, body, version)).end(body);
};
