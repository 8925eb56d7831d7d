import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { bodyValidation } from './body.ts';
import type { Readiness } from './health.ts';
import type { Log } from './log.ts';
import type { Metrics } from './metrics.ts';
import { openApiOf } from './openapi/document.ts';
import type { ApiDescription } from './openapi/document.ts';
import { ProblemFilter } from './problem.filter.ts';

export type HttpParts = {
  readonly log: Log;
  readonly metrics: Metrics;
  readonly readiness: Readiness;
  readonly api: ApiDescription;
  /** Largest body of an ordinary JSON request, in bytes. */
  readonly bodyLimit?: number;
  /** Routes and content types that stand outside Nest. Called before Nest lays its own. */
  readonly mount?: (fastify: FastifyInstance) => Promise<void> | void;
};

const securityHeaders = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
} as const;

/** Every answer carries the API's version and the headers that the NL API Design Rules ask for, unless a route set its own. */
const withHeaders = (fastify: FastifyInstance, version: string): void => {
  fastify.addHook('onSend', async (_request: FastifyRequest, reply: FastifyReply) => {
    for (const [name, value] of Object.entries(securityHeaders)) if (!reply.hasHeader(name)) void reply.header(name, value);
    void reply.header('api-version', version);
  });
};

const withMeasurement = (fastify: FastifyInstance, metrics: Metrics): void => {
  fastify.addHook('onResponse', async (request: FastifyRequest, reply: FastifyReply) => {
    const labels = { route: request.routeOptions.url ?? 'unknown', method: request.method, status: String(reply.statusCode) };
    metrics.requests.observe(labels, reply.elapsedTime / 1000);
  });
};

const withOperations = (fastify: FastifyInstance, { metrics, readiness }: HttpParts): void => {
  fastify.get('/health/live', async () => ({ status: 'live' }));
  fastify.get('/health/ready', async (_request, reply) => {
    const { ready, waiting } = readiness.report();
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ready' : 'waiting', waiting });
  });
  fastify.get('/metrics', async (_request, reply) => reply.header('content-type', metrics.registry.contentType).send(await metrics.registry.metrics()));
};

const withDescription = (fastify: FastifyInstance, app: NestFastifyApplication, api: ApiDescription): void => {
  let document: string | undefined;
  fastify.get('/v1/openapi.json', async (_request, reply) => {
    document ??= JSON.stringify(openApiOf(app, api));
    return reply.header('access-control-allow-origin', '*').header('content-type', 'application/json; charset=utf-8').send(document);
  });
};

/**
 * A Nest application on Fastify with what every service of Kring has: problem+json for every error, checked bodies, security
 * headers, health, metrics and its OpenAPI document. The caller listens and closes.
 */
export const createHttpApp = async (module: Parameters<typeof NestFactory.create>[0], parts: HttpParts): Promise<NestFastifyApplication> => {
  const adapter = new FastifyAdapter({ bodyLimit: parts.bodyLimit ?? 1_048_576, routerOptions: { maxParamLength: 200 }, requestTimeout: 0, forceCloseConnections: true });
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, { logger: false, bodyParser: false, abortOnError: false });
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  withHeaders(fastify, parts.api.version);
  withMeasurement(fastify, parts.metrics);
  withOperations(fastify, parts);
  withDescription(fastify, app, parts.api);
  await parts.mount?.(fastify);
  app.useGlobalPipes(bodyValidation());
  app.useGlobalFilters(new ProblemFilter(parts.log));
  await app.init();
  await fastify.ready();
  return app;
};
