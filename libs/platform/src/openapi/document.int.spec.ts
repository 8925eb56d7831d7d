import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Body, Controller, Get, Module, Post, Query } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ApiOperation, ApiQuery, ApiResponse } from '@nestjs/swagger';
import { HasShape, HouseholdReference, IsInstant, Optional } from '@kring/contracts';
import { Metrics, Readiness, createHttpApp, silentLog } from '../index.ts';

class Invitation {
  @HasShape(() => HouseholdReference) household!: HouseholdReference;
  @Optional() @IsInstant() startsAt?: string;
}

const reply = { title: 'Reply', type: 'object', properties: { coming: { type: 'boolean' } } } as const;

@Controller()
class Invitations {
  @Post('v1/invitations')
  @ApiOperation({ operationId: 'invite', summary: 'Invite a household' })
  @ApiResponse({ status: 200, description: 'What they said.', content: { 'application/json': { schema: reply } } })
  @ApiResponse({ status: 404 })
  @ApiResponse({ status: 409, description: 'They are away.' })
  invite(@Body() invitation: Invitation): unknown {
    return invitation;
  }

  @Get('partners/:partner/v1/replies')
  @ApiQuery({ name: 'after', required: false, schema: { type: 'string' } })
  @ApiResponse({ status: 200, description: 'All replies.', content: { 'application/json': { schema: { type: 'array', items: reply } } } })
  replies(@Query('after') after?: string): unknown {
    return after;
  }

  @Post('v1/happenings')
  @ApiOperation({ requestBody: { content: { 'application/cloudevents+json': { schema: { $ref: '#/components/schemas/CloudEvent' } } } } })
  happen(@Body() event: unknown): unknown {
    return event;
  }
}

@Module({ controllers: [Invitations] })
class InvitationModule {}

type Described = { servers: unknown; tags: unknown; paths: Record<string, Record<string, Record<string, unknown>>>; components: { schemas: Record<string, unknown>; responses: Record<string, unknown>; examples: object } };

describe('the OpenAPI document of an application', () => {
  let app: NestFastifyApplication;
  let document: Described;
  beforeAll(async () => {
    app = await createHttpApp(InvitationModule, { log: silentLog, metrics: new Metrics(), readiness: new Readiness(), api: { title: 'Invitations', version: '1.0.0', description: 'For a spec.' } });
    document = (await app.inject({ url: '/v1/openapi.json' })).json() as Described;
  });
  afterAll(() => app.close());

  it('has the major version in its server, and says where else a path stands', () => {
    expect(document.servers).toEqual([{ url: '/v1' }]);
    expect(Object.keys(document.paths)).toEqual(['/invitations', '/partners/{partner}/v1/replies', '/happenings', '/openapi.json']);
    expect(document.paths['/partners/{partner}/v1/replies']).toMatchObject({ servers: [{ url: '/' }] });
  });

  it('has a body as it is checked, with the formats of the published language', () => {
    expect(document.components.schemas['Invitation']).toMatchObject({
      required: ['household'],
      additionalProperties: false,
      properties: { household: { $ref: '#/components/schemas/HouseholdReference' }, startsAt: { type: 'string', format: 'date-time' } },
    });
    expect(document.components.schemas).toHaveProperty('AddressValue');
  });

  it('has on every operation the answers that it gives because of what it takes', () => {
    const { responses, security } = document.paths['/invitations']?.['post'] as { responses: Record<string, unknown>; security: unknown };
    expect(security).toEqual([{ bearer: [] }]);
    expect(Object.keys(responses)).toEqual(['200', '400', '401', '404', '409', '413', '415', '503', 'default']);
    expect(responses).toMatchObject({
      200: { headers: { 'API-Version': { $ref: '#/components/headers/ApiVersion' } }, content: { 'application/json': { schema: { $ref: '#/components/schemas/Reply' } } } },
      404: { $ref: '#/components/responses/NotFound' },
      409: { description: 'They are away.', content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } },
    });
  });

  it('keeps a schema that has a title once, wherever it stands', () => {
    expect(document.components.schemas['Reply']).toEqual({ title: 'Reply', type: 'object', properties: { coming: { type: 'boolean' } } });
    expect(JSON.stringify(document.paths)).not.toContain('coming');
  });

  it('has the published language where a route speaks of it, with an example of each event', () => {
    const { schemas, examples } = document.components;
    expect(schemas['CloudEvent']).toMatchObject({ discriminator: { mapping: { 'nl.kring.visits.planned.v1': '#/components/schemas/VisitPlanned' } } });
    expect(schemas).not.toHaveProperty('AlertRaised');
    const events = (schemas['CloudEvent'] as { oneOf: { $ref: string }[] }).oneOf.map(({ $ref }) => $ref.split('/').at(-1) ?? '');
    expect(events.filter((name) => !(name in examples) && !('examples' in (schemas[name] as object)))).toEqual([]);
  });

  it('describes itself, for everyone', () => {
    expect(document.paths['/openapi.json']?.['get']).toMatchObject({ operationId: 'describeApi', security: [] });
  });
});
