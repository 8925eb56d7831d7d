import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { CurrentCaller, ProcessingActivity, type Caller } from '@kring/access';
import type { Purpose } from '@kring/contracts';
import { ApiHouseholdId, ApiPage, ApiProblems, ApiReading, type PageQuery, flag, instant, list, orNull, pageOf, row, text, titled } from '@kring/reading';
import { ACCESS_LOOKUP } from '../tokens.ts';
import type { AccessLookup, AccessPage } from './access-lookup.query.ts';

const entry = row({
  eventId: text, type: text, at: instant, viewer: text, viewerKind: text, organisation: orNull(text), purpose: orNull(text), view: text, persons: list(text), denied: flag,
});

@ApiTags('households')
@Controller('v1/households/:householdId/access-log')
export class AccessLogController {
  constructor(@Inject(ACCESS_LOOKUP) private readonly lookup: AccessLookup) {}

  @Get()
  @ApiOperation({ operationId: 'readAccessLog', summary: 'Who looked at a household, and why', description: 'The newest first. Looking here is on record too.' })
  @ApiReading()
  @ApiHouseholdId()
  @ApiPage()
  @ApiResponse({ status: 200, description: 'A page of the access log.', content: { 'application/json': { schema: titled('AccessLog', row({ entries: list(entry), next: orNull(text) })) } } })
  @ApiProblems(400, 401, 404)
  read(@Param('householdId') householdId: string, @Query() query: PageQuery, @CurrentCaller() caller: Caller, @ProcessingActivity() purpose: Purpose): Promise<AccessPage> {
    return this.lookup.page(householdId, pageOf(query), { caller, purpose, view: 'access-log' });
  }
}
