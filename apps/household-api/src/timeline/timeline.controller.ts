import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { CurrentCaller, ProcessingActivity, type Caller } from '@kring/access';
import type { Purpose } from '@kring/contracts';
import { ApiHouseholdId, ApiPage, ApiProblems, ApiReading, type PageQuery, instant, list, orNull, pageOf, row, text, titled } from '@kring/reading';
import { TIMELINE } from '../tokens.ts';
import type { ReadTimeline, TimelinePage } from './read-timeline.query.ts';

const line = row({
  eventId: text, type: text, organisation: orNull(text), subject: orNull(text), occurredAt: instant, recordedAt: instant, text: row({ nl: text, en: text }),
});

@ApiTags('households')
@Controller('v1/households/:householdId/timeline')
export class TimelineController {
  constructor(@Inject(TIMELINE) private readonly timeline: ReadTimeline) {}

  @Get()
  @ApiOperation({ operationId: 'readTimeline', summary: 'What happened in a household, as you may see it', description: 'The newest first, a sentence each; nothing personal is in them.' })
  @ApiReading()
  @ApiHouseholdId()
  @ApiPage()
  @ApiResponse({ status: 200, description: 'A page of the timeline.', content: { 'application/json': { schema: titled('Timeline', row({ entries: list(line), next: orNull(text) })) } } })
  @ApiProblems(400, 401, 404)
  read(@Param('householdId') householdId: string, @Query() query: PageQuery, @CurrentCaller() caller: Caller, @ProcessingActivity() purpose: Purpose): Promise<TimelinePage> {
    return this.timeline.page(householdId, pageOf(query), { caller, purpose, view: 'timeline' });
  }
}
