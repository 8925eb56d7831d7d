import { Body, Controller, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { CurrentCaller, ProcessingActivity, type Caller } from '@kring/access';
import type { Purpose } from '@kring/contracts';
import { ApiProblems, ApiReading } from '@kring/reading';
import { FIND_HOUSEHOLDS } from '../tokens.ts';
import type { FoundHousehold, FindHouseholds } from './find-households.query.ts';
import { HouseholdSearch } from './household-search.body.ts';
import { foundSchema, searchSchema } from './found.schema.ts';

@ApiTags('households')
@Controller('v1/households')
export class SearchController {
  constructor(@Inject(FIND_HOUSEHOLDS) private readonly finder: FindHouseholds) {}

  @Post('_search')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'searchHouseholds',
    summary: 'Find households by what you know of them',
    description: 'By BSN, by address, by name with birth date, or by id. What you ask is not kept; households that you may not know of are not found.',
  })
  @ApiReading()
  @ApiBody({ schema: searchSchema })
  @ApiResponse({ status: 200, description: 'The households that you may know of.', content: { 'application/json': { schema: foundSchema } } })
  @ApiProblems(400, 401)
  async search(@Body() search: HouseholdSearch, @CurrentCaller() caller: Caller, @ProcessingActivity() purpose: Purpose): Promise<{ households: readonly FoundHousehold[] }> {
    return { households: await this.finder.find(search, { caller, purpose, view: 'search' }) };
  }
}
