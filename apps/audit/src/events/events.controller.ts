import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiQuery, ApiResponse, ApiTags } from '@nestjs/swagger';
import { CurrentCaller, ProcessingActivity, type Caller } from '@kring/access';
import type { Purpose } from '@kring/contracts';
import type { ViewProgress } from '@kring/projection-runtime';
import { ApiPage, ApiProblems, ApiReading, list, orNull, row, text } from '@kring/reading';
import { loggedEvent } from '../household/schemas.ts';
import { ReplayReason } from '../reason.ts';
import { PROGRESS, READ_EVENTS } from '../tokens.ts';
import { eventsAskedIn, type EventsQuery } from './events-query.ts';
import type { EventsPage, ReadEvents } from './read-events.query.ts';

@ApiTags('audit')
@Controller('v1/audit/events')
export class EventsController {
  constructor(@Inject(READ_EVENTS) private readonly events: ReadEvents, @Inject(PROGRESS) private readonly progress: Pick<ViewProgress, 'position'>) {}

  @Get()
  @ApiOperation({
    operationId: 'readEvents',
    summary: 'The log, event by event',
    description: 'For auditors and the privacy officer: what is open in each event, with pseudonyms for persons and its boxes left out. Of an event that is hidden only its place is shown.',
  })
  @ApiReading()
  @ApiHeader({ name: 'Replay-Reason', required: true, description: 'Why you read the log. Put on record, sealed. Percent-encoded where it is not plain ASCII.', schema: { type: 'string' } })
  @ApiQuery({ name: 'stream', required: false, description: 'Only the events of this stream.', schema: { type: 'string' } })
  @ApiQuery({ name: 'household', required: false, description: 'Only the events that are told of this household, whoever told them.', schema: { type: 'string' } })
  @ApiPage()
  @ApiQuery({ name: 'until', required: false, description: 'Nothing later than this date-time, or behind this position.', schema: { type: 'string' } })
  @ApiResponse({ status: 200, description: 'A page of the log.', content: { 'application/json': { schema: row({ events: list(loggedEvent), next: orNull(text) }) } } })
  @ApiProblems(400, 401, 403)
  read(@Query() query: EventsQuery, @CurrentCaller() caller: Caller, @ProcessingActivity() purpose: Purpose, @ReplayReason() reason: string | null): Promise<EventsPage> {
    return this.events.page(eventsAskedIn(query, this.progress.position), { caller, purpose }, reason);
  }
}
