import type { FastifyInstance, FastifyRequest } from 'fastify';

export const eventType = 'application/cloudevents+json';
export const batchType = 'application/cloudevents-batch+json';
export const linesType = 'application/x-ndjson';
export const binaryType = 'application/json';

export const mediaTypeOf = (header: string | undefined): string => (header ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';

const eventsPath = '/v1/events';

/**
 * How bodies are read. CloudEvents come as bytes, so that this service reads them itself and says what is wrong with them;
 * NDJSON comes as a stream and is never held whole. JSON elsewhere is read as usual.
 */
export const readBodies = (fastify: FastifyInstance, maxBatchBytes: number): void => {
  fastify.addContentTypeParser([eventType, batchType], { parseAs: 'buffer', bodyLimit: maxBatchBytes }, (_request, body, done) => done(null, body));
  fastify.addContentTypeParser(linesType, (_request, _payload, done) => done(null));
  const json = fastify.getDefaultJsonParser('error', 'error');
  fastify.removeContentTypeParser('application/json');
  fastify.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request: FastifyRequest, body: Buffer, done) => {
    if (request.routeOptions.url === eventsPath) done(null, body);
    else json(request, body.toString('utf8'), done);
  });
};
