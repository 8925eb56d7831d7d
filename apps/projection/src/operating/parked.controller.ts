import { Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import { CurrentCaller, type Caller } from '@kring/access';
import { problem } from '@kring/platform';
import type { ParkedPage, Redriven } from '@kring/projection-runtime';
import { ApiPage, ApiProblems, cursorOf, pageOf, type PageQuery } from '@kring/reading';
import { ApiAnswer, ApiDoes, ApiOperating, ApiProjection } from './described.ts';
import { OperatedProjections } from './operated-projections.ts';
import { parkedSchema, redrivenSchema } from './projections.schema.ts';

const retryAfterSeconds = 5;

@ApiOperating()
@Controller('v1/projections/:name/parked')
export class ParkedController {
  constructor(@Inject(OperatedProjections) private readonly projections: OperatedProjections) {}

  @Get()
  @ApiDoes('listParkedEvents', 'Events that could not be taken, and those that wait behind them', 'Household by household, in the order of the log. They stay in the log as they are.')
  @ApiProjection()
  @ApiPage()
  @ApiAnswer(200, 'A page of them.', parkedSchema)
  @ApiProblems(400)
  async list(@Param('name') name: string, @Query() query: PageQuery, @CurrentCaller() caller: Caller): Promise<ParkedPage> {
    const { projection } = this.projections.named(name, caller);
    const { parked, next } = await projection.parkedPage(pageOf(query));
    return { parked, next: next === null ? null : cursorOf(next) };
  }

  @Post(':household/_redrive')
  @HttpCode(200)
  @ApiDoes('redriveParkedHousehold', 'Take the parked events of a household again', 'In the order of the log, until one fails again or none is left.')
  @ApiProjection()
  @ApiParam({ name: 'household', description: 'Id of the household, as the list names it.', schema: { type: 'string' } })
  @ApiAnswer(200, 'How many were taken, and how many still wait.', redrivenSchema)
  @ApiProblems(503)
  async redrive(@Param('name') name: string, @Param('household') household: string, @CurrentCaller() caller: Caller): Promise<Redriven> {
    const { projection } = this.projections.named(name, caller);
    if (!projection.parked.includes(household)) throw problem.notFound('Nothing of this household is parked.');
    if (projection.state !== 'live') throw problem.unavailable('The projection is not live; try again in a moment.', retryAfterSeconds);
    return projection.redrive(household);
  }
}
