import { Body, Controller, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { CurrentCaller, type Caller } from '@kring/access';
import type { Rebuilds } from '@kring/projection-runtime';
import { ApiAnswer, ApiConflict, ApiDoes, ApiOperating, ApiProjection } from './described.ts';
import { OperatedProjections, asProblem, statusOf, type ProjectionStatus } from './operated-projections.ts';
import { projectionSchema } from './projections.schema.ts';
import { RebuildBody } from './rebuild.body.ts';

const begun = 'It is begun; the projection says how far it is.';

@ApiOperating()
@Controller('v1/projections/:name')
export class RebuildsController {
  constructor(@Inject(OperatedProjections) private readonly projections: OperatedProjections) {}

  @Post('_rebuild')
  @HttpCode(202)
  @ApiDoes('rebuildProjection', 'Make a view anew beside the one that serves', 'It catches up with the log, is compared with the one that serves, row by row, and takes its place at one instant.')
  @ApiProjection()
  @ApiAnswer(202, begun, projectionSchema)
  @ApiConflict()
  rebuild(@Param('name') name: string, @Body() body: RebuildBody, @CurrentCaller() caller: Caller): Promise<ProjectionStatus> {
    return this.#have(name, caller, (rebuilds) => rebuilds.rebuild(body));
  }

  @Post('_back')
  @HttpCode(202)
  @ApiDoes('goBackToFormerProjection', 'Bring the former view up to date, and have it serve again')
  @ApiProjection()
  @ApiAnswer(202, begun, projectionSchema)
  @ApiConflict()
  back(@Param('name') name: string, @CurrentCaller() caller: Caller): Promise<ProjectionStatus> {
    return this.#have(name, caller, (rebuilds) => rebuilds.back());
  }

  @Post('_forget')
  @HttpCode(200)
  @ApiDoes('forgetFormerProjection', 'Drop the former view, and what a rebuild that was cut short left')
  @ApiProjection()
  @ApiAnswer(200, 'It is dropped.', projectionSchema)
  @ApiConflict()
  forget(@Param('name') name: string, @CurrentCaller() caller: Caller): Promise<ProjectionStatus> {
    return this.#have(name, caller, (rebuilds) => rebuilds.forget());
  }

  @Post('_cancel')
  @HttpCode(202)
  @ApiDoes('cancelRebuild', 'Call off the rebuild that runs', 'What was made so far is kept: the next rebuild goes on with it.')
  @ApiProjection()
  @ApiAnswer(202, 'It stops at its next step.', projectionSchema)
  @ApiConflict()
  cancel(@Param('name') name: string, @CurrentCaller() caller: Caller): Promise<ProjectionStatus> {
    return this.#have(name, caller, async (rebuilds) => rebuilds.callOff());
  }

  async #have(name: string, caller: Caller, work: (rebuilds: Rebuilds) => Promise<unknown>): Promise<ProjectionStatus> {
    const rebuilds = this.projections.rebuildsOf(name, caller);
    try {
      await work(rebuilds);
    } catch (error) {
      throw asProblem(error);
    }
    return statusOf(this.projections.named(name, caller));
  }
}
