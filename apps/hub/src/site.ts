import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';

/** Where the page is built to, seen from `dist/` and from `src/` alike. */
const siteFolder = fileURLToPath(new URL('../../web/dist/site', import.meta.url));

const pagePolicy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** Paths of the page's own router; ids in them are pseudonyms. */
const pagePaths = ['/', '/meldingen', '/huishoudens', '/huishoudens/*'];

/** Serves the page: its files as they were built, and the page itself under each of its own paths. */
export const serveSite = async (fastify: FastifyInstance): Promise<void> => {
  if (!existsSync(join(siteFolder, 'index.html'))) throw new Error('the page is not built; run npm run build');
  await fastify.register(fastifyStatic, { root: siteFolder, serve: false });
  const page = (reply: FastifyReply): FastifyReply => reply.header('content-security-policy', pagePolicy).sendFile('index.html', { cacheControl: false });
  for (const path of pagePaths) fastify.get(path, (_request, reply) => page(reply));
  fastify.get('/assets/*', (request, reply) => {
    const { '*': file } = request.params as { readonly '*': string };
    return reply.header('cache-control', 'public, max-age=31536000, immutable').sendFile(`assets/${file}`, { cacheControl: false });
  });
};
