import type { RebuildableDefinition } from '../definition.ts';
import { parkedCollection } from '../parking.ts';

/** One making of a view. Its rows and its checkpoint stand under names of their own, beside those of the others. */
export type Generation = {
  /** Never given twice. Generation 0 stands under the plain names. */
  readonly number: number;
  /** Of the definition that began it. */
  readonly version: string;
  /** All that it writes to, what is parked included. */
  readonly collections: readonly string[];
};

/** Which generations of a projection there are, and what each is for. */
export type Generations = {
  /** The one that readers see and that follows the feed. */
  readonly serving: Generation;
  /** The one that served before, as it was then: the way back. */
  readonly former: Generation | null;
  /** The one that is being made, or whose making was cut short. */
  readonly building: Generation | null;
  /** Those whose rows are being deleted. */
  readonly dropping: readonly Generation[];
  readonly next: number;
};

export const nameIn = (generation: number, name: string): string => (generation === 0 ? name : `${name}~${generation}`);

const begunBy = ({ name, version, collections }: RebuildableDefinition, number: number): Generation => ({ number, version, collections: [...collections, parkedCollection(name)] });

export const onlyTheFirst = (definition: RebuildableDefinition): Generations => ({ serving: begunBy(definition, 0), former: null, building: null, dropping: [], next: 1 });

/** A new one is begun. What was being made before, and what served before the present one, is dropped. */
export const withNew = (all: Generations, definition: RebuildableDefinition): Generations => ({
  ...withoutOthers(all),
  building: begunBy(definition, all.next),
  next: all.next + 1,
});

export const withoutOthers = (all: Generations): Generations => ({
  ...all,
  former: null,
  building: null,
  dropping: [...all.dropping, ...[all.former, all.building].filter((one) => one !== null)],
});

export const withoutBuilding = (all: Generations): Generations => ({ ...all, building: null, dropping: all.building ? [...all.dropping, all.building] : all.dropping });

export const withoutDropped = (all: Generations, number: number): Generations => ({ ...all, dropping: all.dropping.filter((one) => one.number !== number) });

/** What served becomes the way back, whichever of the others takes its place. */
export const withServing = (all: Generations, generation: Generation): Generations => ({
  ...all,
  serving: generation,
  former: all.serving,
  building: all.building?.number === generation.number ? null : all.building,
});
