import { Module, type DynamicModule } from '@nestjs/common';
import { OperatedProjections, type OperatedProjection } from './operated-projections.ts';
import { ParkedController } from './parked.controller.ts';
import { ProjectionsController } from './projections.controller.ts';
import { RebuildsController } from './rebuilds.controller.ts';

/** Lets operators look after the projections of this process. Wants `AccessModule` beside it. */
@Module({})
export class ProjectionsModule {
  static over(projections: readonly OperatedProjection[]): DynamicModule {
    return {
      module: ProjectionsModule,
      controllers: [ProjectionsController, RebuildsController, ParkedController],
      providers: [{ provide: OperatedProjections, useValue: new OperatedProjections(projections) }],
    };
  }
}
