import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import type { OpenAPIObject } from '@nestjs/swagger';
import { headers, problemErrorSchema, problemSchema, responses } from './answers.ts';
import { bodySchemas } from './body-schemas.ts';
import { eventExamples, eventSchemas } from './event-schemas.ts';
import { hoisted } from './hoisted.ts';
import { completedPaths, servers, tagsOf } from './operations.ts';
import { reachedFrom, together } from './schema.ts';
import type { Schema } from './schema.ts';

export type ApiDescription = { readonly title: string; readonly version: string; readonly description: string };

/** Where the document itself is; it stands outside Nest, so it is written here. */
export const documentPath = '/v1/openapi.json';

const ownPath = {
  get: {
    operationId: 'describeApi',
    summary: 'This document',
    tags: ['description'],
    security: [],
    responses: { 200: { description: 'The OpenAPI document of this API.', content: { 'application/json': { schema: { type: 'object' } } } } },
  },
};

const outlineOf = (app: NestFastifyApplication, { title, version, description }: ApiDescription): OpenAPIObject => {
  const builder = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle(title)
    .setVersion(version)
    .setDescription(description)
    .setContact('Kring', 'https://developer.overheid.nl', 'kring@example.org')
    .setLicense('EUPL-1.2', 'https://eupl.eu/1.2/en/')
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'JWT', description: "Access token of a partner's system or of a user; /.well-known/openid-configuration of the issuer says where to get one." });
  return SwaggerModule.createDocument(app, builder.build());
};

/**
 * The OpenAPI 3.1 document of an application: its routes as Nest knows them, its bodies as they are checked, the published
 * language where a route speaks of it, and on every operation the answers that the platform gives.
 */
export const openApiOf = (app: NestFastifyApplication, api: ApiDescription): OpenAPIObject => {
  const { paths: ownPaths, components, ...outline } = outlineOf(app, api);
  const { value, titled } = hoisted({ ...ownPaths, [documentPath]: ownPath });
  const written = value as Parameters<typeof completedPaths>[0];
  const paths = completedPaths(written);
  const known = together(eventSchemas(), bodySchemas(app, Object.keys(components?.schemas ?? {})), titled, { Problem: problemSchema, ProblemError: problemErrorSchema });
  const schemas = reachedFrom({ paths, responses }, known);
  const examples = Object.fromEntries(Object.entries(eventExamples()).filter(([name]) => name in schemas));
  const document: Schema = { ...outline, servers, tags: tagsOf(written), paths, components: { securitySchemes: components?.securitySchemes, headers, responses, examples, schemas } };
  return document as never;
};
