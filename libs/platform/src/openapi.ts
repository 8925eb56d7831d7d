import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import type { OpenAPIObject } from '@nestjs/swagger';
import { defaultMetadataStorage } from 'class-transformer/cjs/storage.js';
import { validationMetadatasToSchemas } from 'class-validator-jsonschema';

export type ApiDescription = { readonly title: string; readonly version: string; readonly description: string };

const problemSchema = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail', 'errors'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    errors: {
      type: 'array',
      items: { type: 'object', properties: { pointer: { type: 'string' }, rule: { type: 'string' }, detail: { type: 'string' } } },
    },
  },
};

/** The OpenAPI 3.1 document of an application: its routes as Nest knows them, its bodies as class-validator checks them. */
export const openApiOf = (app: NestFastifyApplication, api: ApiDescription): OpenAPIObject => {
  const builder = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle(api.title)
    .setVersion(api.version)
    .setDescription(api.description)
    .setContact('Kring', 'https://developer.overheid.nl', 'kring@example.org')
    .setLicense('EUPL-1.2', 'https://eupl.eu/1.2/en/')
    .addServer('/')
    .addBearerAuth();
  const document = SwaggerModule.createDocument(app, builder.build());
  const schemas = validationMetadatasToSchemas({ classTransformerMetadataStorage: defaultMetadataStorage, refPointerPrefix: '#/components/schemas/' });
  const used = document.components?.schemas ?? {};
  const described = Object.fromEntries(Object.keys(used).map((name) => [name, schemas[name] ?? used[name]]));
  const reached = reachable(described, schemas);
  return { ...document, components: { ...document.components, schemas: { ...reached, Problem: problemSchema } as never } };
};

/** The schemas that the routes name, and all that those name in turn. */
const reachable = (start: Record<string, unknown>, all: Record<string, unknown>): Record<string, unknown> => {
  const found: Record<string, unknown> = { ...start };
  const queue = Object.values(start);
  while (queue.length > 0) {
    const text = JSON.stringify(queue.pop()) ?? '';
    for (const [, name] of text.matchAll(/#\/components\/schemas\/([A-Za-z0-9_]+)/g)) {
      if (name === undefined || name in found || !(name in all)) continue;
      found[name] = all[name];
      queue.push(all[name]);
    }
  }
  return found;
};
