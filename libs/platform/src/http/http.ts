import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { bodyValidation } from '../body/body.ts';
import type { Readiness } from '../health.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import { documentPath, openApiOf } from '../openapi/document.ts';
import type { ApiDescription } from '../openapi/document.ts';
import { securityHeaders, versionHeader } from './headers.ts';
import { KnownPaths } from './known-paths.ts';
import { defaultLimits } from './limits.ts';
import type { HttpLimits } from './limits.ts';
import { ProblemFilter, problemOf, sendProblem } from './problem.filter.ts';
import { refuseConnections, refuseExpectation } from './refused-connections.ts';
import { withRequestRules } from './request-rules.ts';

export type HttpParts = {
  readonly log: Log;
  readonly metrics: Metrics;
  readonly readiness: Readiness;
  readonly api: ApiDescription;
  readonly limits?: Partial<HttpLimits>;
  /** Routes and content types that stand outside Nest. Called before Nest lays its own. */
  readonly mount?: (fastify: FastifyInstance) => Promise<void> | void;
};

const stamp = (reply: FastifyReply, version: string): void => {
  for (const [name, value] of Object.entries(securityHeaders)) if (!reply.hasHeader(name)) void reply.header(name, value);
  void reply.header(versionHeader, version);
};

/** Every answer carries the API's version and the headers that the NL API Design Rules ask for, unless a route set its own. */
const withHeaders = (fastify: FastifyInstance, version: string): void => {
  fastify.addHook('onSend', async (_request: FastifyRequest, reply: FastifyReply) => stamp(reply, version));
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

/** The one thing that a page from elsewhere may read. */
const withDescription = (fastify: FastifyInstance, app: NestFastifyApplication, api: ApiDescription): void => {
  let document: string | undefined;
  const anyOrigin = (reply: FastifyReply): FastifyReply => reply.header('access-control-allow-origin', '*');
  fastify.get(documentPath, async (_request, reply) => {
    document ??= JSON.stringify(openApiOf(app, api));
    return anyOrigin(reply).header('content-type', 'application/json; charset=utf-8').send(document);
  });
  fastify.options(documentPath, async (_request, reply) => anyOrigin(reply).header('access-control-allow-methods', 'GET, HEAD').code(204).send());
};

const adapterWith = ({ bodyBytes, headersMs, idleMs, paramLength }: HttpLimits, version: string): FastifyAdapter =>
  new FastifyAdapter({
    bodyLimit: bodyBytes,
    connectionTimeout: idleMs,
    // An upload may take hours: of what is held whole the body has its own deadline, and what stands still is cut off.
    requestTimeout: 0,
    http: { headersTimeout: headersMs, connectionsCheckingInterval: Math.ceil(headersMs / 4), requireHostHeader: false },
    routerOptions: { maxParamLength: paramLength },
    forceCloseConnections: true,
    frameworkErrors: (error: unknown, _request: FastifyRequest, reply: FastifyReply) => {
      stamp(reply, version);
      sendProblem(reply, problemOf(error));
    },
    clientErrorHandler: refuseConnections(version),
  });

/**
 * A Nest application on Fastify with what every service of Kring has: problem+json for every error, checked bodies, bounded
 * requests, security headers, health, metrics and its OpenAPI document. The caller listens and closes.
 */
export const createHttpApp = async (module: Parameters<typeof NestFactory.create>[0], parts: HttpParts): Promise<NestFastifyApplication> => {
  const limits = { ...defaultLimits, ...parts.limits };
  const { version } = parts.api;
  const app = await NestFactory.create<NestFastifyApplication>(module, adapterWith(limits, version), { logger: false, bodyParser: false, abortOnError: false });
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  const paths = new KnownPaths();
  paths.listenTo(fastify);
  fastify.server.on('checkExpectation', refuseExpectation(version));
  withRequestRules(fastify, limits);
  withHeaders(fastify, version);
  withMeasurement(fastify, parts.metrics);
  withOperations(fastify, parts);
  withDescription(fastify, app, parts.api);
  await parts.mount?.(fastify);
  app.useGlobalPipes(bodyValidation());
  app.useGlobalFilters(new ProblemFilter(parts.log, paths));
  await app.init();
  await fastify.ready();
  return app;
};
