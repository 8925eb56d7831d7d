import { Controller, Get, Inject, Param } from '@nestjs/common';
import { CurrentCaller, type Caller } from '@kring/access';
import { ApiAnswer, ApiDoes, ApiOperating, ApiProjection } from './described.ts';
import { OperatedProjections, statusOf, type ProjectionStatus } from './operated-projections.ts';
import { projectionSchema, projectionsSchema } from './projections.schema.ts';

@ApiOperating()
@Controller('v1/projections')
export class ProjectionsController {
  constructor(@Inject(OperatedProjections) private readonly projections: OperatedProjections) {}

  @Get()
  @ApiDoes('listProjections', 'The views that this hub keeps, and how they are')
  @ApiAnswer(200, 'All of them.', projectionsSchema)
  list(@CurrentCaller() caller: Caller): { readonly projections: readonly ProjectionStatus[] } {
    return { projections: this.projections.all(caller).map(statusOf) };
  }

  @Get(':name')
  @ApiDoes('readProjection', 'How one view is, and how far its rebuild is')
  @ApiProjection()
  @ApiAnswer(200, 'The view.', projectionSchema)
  read(@Param('name') name: string, @CurrentCaller() caller: Caller): ProjectionStatus {
    return statusOf(this.projections.named(name, caller));
  }
}
