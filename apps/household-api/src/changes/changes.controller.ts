import { Controller, Get, Headers, Inject, Param, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CurrentCaller, ProcessingActivity, type Caller } from '@kring/access';
import type { Purpose } from '@kring/contracts';
import { ApiHouseholdId, ApiProblems, ApiReading } from '@kring/reading';
import { CIRCLE_CHANGES } from '../tokens.ts';
import type { CircleChanges } from './follow-circle.query.ts';

@ApiTags('households')
@Controller('v1/households/:householdId/circle/changes')
export class ChangesController {
  constructor(@Inject(CIRCLE_CHANGES) private readonly changes: CircleChanges) {}

  @Get()
  @ApiOperation({
    operationId: 'followCircle',
    summary: 'The circle of a household, anew on each change',
    description: 'Server-sent events; each holds the whole circle, and its id is where to resume. Ends when the token does.',
  })
  @ApiReading()
  @ApiHouseholdId()
  @ApiHeader({ name: 'Last-Event-ID', required: false, description: 'The id of the last circle that you have.', schema: { type: 'string' } })
  @ApiResponse({ status: 200, description: 'A stream of circles.', content: { 'text/event-stream': { schema: { type: 'string' } } } })
  @ApiProblems(400, 401, 404, 503)
  async follow(
    @Param('householdId') householdId: string,
    @CurrentCaller() caller: Caller,
    @ProcessingActivity() purpose: Purpose,
    @Headers('last-event-id') lastEventId: string | undefined,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const stream = await this.changes.follow({ householdId, lastEventId, bearer: request.headers.authorization, look: { caller, purpose, view: 'circle' } });
    void reply.header('content-type', 'text/event-stream; charset=utf-8').header('cache-control', 'no-store').header('x-accel-buffering', 'no').send(stream);
  }
}
