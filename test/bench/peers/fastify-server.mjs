// The bytes of a circle from bare Fastify, with a route as the hub has it.
import { readFileSync } from 'node:fs';
import Fastify from 'fastify';
import { serveForBench } from '../load/bench-server.ts';

await serveForBench(async ({ circle, householdId }) => {
  const text = readFileSync(circle, 'utf8');
  const fastify = Fastify();
  fastify.get('/v1/households/:householdId/circle', (_request, reply) => reply.header('content-type', 'application/json; charset=utf-8').send(text));
  await fastify.listen({ port: 0, host: '127.0.0.1' });
  return { port: fastify.server.address().port, path: `/v1/households/${householdId}/circle`, headers: {} };
});
