import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Problem, problem } from '../problem.ts';
import { sendProblem } from './problem.filter.ts';

/** What is wrong with a request whatever it asks; null where nothing is. */
const faultOf = ({ headers, raw }: FastifyRequest): Problem | null => {
  if (raw.httpVersion === '1.1' && headers.host === undefined) return problem.badRequest('An HTTP/1.1 request has a Host header.');
  const coding = headers['content-encoding'];
  if (coding === undefined || coding.toLowerCase() === 'identity') return null;
  return new Problem(415, 'Unsupported Media Type', 'Send the body as it is, without Content-Encoding.', { headers: { 'accept-encoding': 'identity' } });
};

const withFaultsRefused = (fastify: FastifyInstance): void => {
  fastify.addHook('onRequest', async (request, reply) => {
    const fault = faultOf(request);
    if (fault === null) return undefined;
    sendProblem(reply, fault);
    return reply;
  });
};

const tooSlow = new Problem(408, 'Request Timeout', 'The body took too long to arrive; send less at a time, or NDJSON, which may take as long as it needs.', { headers: { connection: 'close' } });

const hasBody = ({ headers }: FastifyRequest): boolean => headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;

/** A body that is held whole must be in within a time. A parser that reads a stream is done at once, so that what it reads may take as long as it flows. */
const withBodyDeadline = (fastify: FastifyInstance, bodyMs: number): void => {
  const waiting = new WeakMap<FastifyRequest, NodeJS.Timeout>();
  const arrived = (request: FastifyRequest): void => clearTimeout(waiting.get(request));
  fastify.addHook('preParsing', async (request, reply, payload) => {
    const late = (): void => void (reply.sent || sendProblem(reply, tooSlow));
    if (hasBody(request)) waiting.set(request, setTimeout(late, bodyMs).unref());
    return payload;
  });
  fastify.addHook('preValidation', async (request: FastifyRequest) => arrived(request));
  fastify.addHook('onResponse', async (request: FastifyRequest) => arrived(request));
  fastify.addHook('onRequestAbort', async (request: FastifyRequest) => arrived(request));
};

const isStream = (payload: unknown): payload is Readable => payload instanceof Readable;

/** HEAD of a route that streams: the stream is closed, or nobody would ever read it to its end. */
const withHeadOfStreams = (fastify: FastifyInstance): void => {
  fastify.addHook('onSend', async (request: FastifyRequest, _reply: FastifyReply, payload) => {
    if (request.method !== 'HEAD' || !isStream(payload)) return payload;
    payload.destroy();
    return Readable.from([]);
  });
};

/** Rules for requests of any kind. */
export const withRequestRules = (fastify: FastifyInstance, { bodyMs }: { readonly bodyMs: number }): void => {
  withFaultsRefused(fastify);
  withBodyDeadline(fastify, bodyMs);
  withHeadOfStreams(fastify);
};
