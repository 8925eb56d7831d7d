import type { Caller } from '@kring/access';
import { problem, type Problem } from '@kring/platform';
import { RebuildRefused, type ProjectionHandle, type Rebuilds } from '@kring/projection-runtime';

/** A projection that operators look after; `rebuilds` is null for one that is not made anew this way. */
export type OperatedProjection = { readonly projection: ProjectionHandle; readonly rebuilds: Rebuilds | null };

/** What an operator sees of a projection. */
export type ProjectionStatus = Pick<ProjectionHandle, 'name' | 'state' | 'position'> & {
  /** Milliseconds. */
  readonly lag: number;
  /** The generation that serves; null until that is known, and where there are none. */
  readonly generation: number | null;
  /** The one that can be gone back to. */
  readonly formerGeneration: number | null;
  /** Households that wait behind an event that could not be taken. */
  readonly parked: number;
  readonly rebuild: Rebuilds['report'];
};

export const statusOf = ({ projection, rebuilds }: OperatedProjection): ProjectionStatus => ({
  name: projection.name,
  state: projection.state,
  position: projection.position,
  lag: projection.lag,
  generation: rebuilds?.generation ?? null,
  formerGeneration: rebuilds?.former ?? null,
  parked: projection.parked.length,
  rebuild: rebuilds?.report ?? null,
});

/** The projections of this process, for those who operate it and for no one else. */
export class OperatedProjections {
  readonly #byName: ReadonlyMap<string, OperatedProjection>;

  constructor(projections: readonly OperatedProjection[]) {
    this.#byName = new Map(projections.map((one) => [one.projection.name, one]));
  }

  /** @throws Problem 403 for anyone but an operator. */
  all(caller: Caller): readonly OperatedProjection[] {
    mustOperate(caller);
    return [...this.#byName.values()];
  }

  /** @throws Problem 403 for anyone but an operator, 404 where there is no such projection. */
  named(name: string, caller: Caller): OperatedProjection {
    mustOperate(caller);
    const found = this.#byName.get(name);
    if (!found) throw problem.notFound('There is no projection of this name; GET /v1/projections lists them.');
    return found;
  }

  /** @throws Problem 403, 404, and 409 for a projection that is not made anew this way. */
  rebuildsOf(name: string, caller: Caller): Rebuilds {
    const { rebuilds } = this.named(name, caller);
    if (!rebuilds) throw problem.conflict('not-rebuildable', 'This projection is not made anew beside itself; remove its rows and start again.');
    return rebuilds;
  }
}

const mustOperate = ({ roles }: Caller): void => {
  if (!roles.includes('operator')) throw problem.forbidden('Only an operator of the hub may look after its projections.');
};

/** A rebuild that is refused is a conflict with what is going on. */
export const asProblem = (error: unknown): Problem | unknown => (error instanceof RebuildRefused ? problem.conflict(error.rule, error.message) : error);
