import { Controller, Get, Headers, Inject, Param, Query, Res } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiQuery, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CurrentCaller, ProcessingActivity, type Caller } from '@kring/access';
import type { Purpose } from '@kring/contracts';
import type { Clock } from '@kring/platform';
import { ApiHouseholdId, ApiMoment, ApiProblems, ApiReading } from '@kring/reading';
import { CIRCLE_READER, CLOCK } from '../tokens.ts';
import { minPositionOf, timesOf, type CircleQuery } from './circle-query.ts';
import { circleSchema } from '../schema/circle.schema.ts';
import type { CircleReader } from './read-circle.query.ts';

@ApiTags('households')
@Controller('v1/households/:householdId/circle')
export class CircleController {
  constructor(@Inject(CIRCLE_READER) private readonly circles: CircleReader, @Inject(CLOCK) private readonly clock: Clock) {}

  @Get()
  @ApiOperation({
    operationId: 'readCircle',
    summary: 'The circle of a household, as you may see it',
    description: 'Who is involved, who is the contact person, what is planned, what needs attention. At any moment, by what was known at any moment.',
  })
  @ApiReading()
  @ApiHouseholdId()
  @ApiMoment()
  @ApiQuery({ name: 'minPosition', required: false, description: 'Wait up to 5 seconds until the view holds this position.', schema: { type: 'string' } })
  @ApiHeader({ name: 'If-None-Match', required: false, description: 'The ETag of a former answer.', schema: { type: 'string' } })
  @ApiResponse({ status: 200, description: 'The circle.', headers: { ETag: { description: 'Version of the circle, for If-None-Match.', schema: { type: 'string' } } }, content: { 'application/json': { schema: circleSchema } } })
  @ApiResponse({ status: 304, description: 'You have this version already.' })
  @ApiProblems(400, 401, 404, 503)
  async read(
    @Param('householdId') householdId: string,
    @Query() query: CircleQuery,
    @CurrentCaller() caller: Caller,
    @ProcessingActivity() purpose: Purpose,
    @Headers('if-none-match') ifNoneMatch: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const times = timesOf(query, this.clock.now());
    const { etag, json } = await this.circles.read({ householdId, caller, purpose, times, minPosition: minPositionOf(query), ifNoneMatch });
    void reply.header('etag', etag).header('cache-control', 'private, no-cache');
    if (json === null) void reply.code(304).send();
    else void reply.header('content-type', 'application/json; charset=utf-8').send(json);
  }
}
