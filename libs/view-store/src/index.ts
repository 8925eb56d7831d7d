/** Where a projection stands in the feed: the position of the event store, opaque and ordered as a string. */
export type Position = string;

/**
 * A row of a view: bytes under a key, findable by its terms. A term is an exact word such as `area=princenhof`
 * or a blind index token; a row has as many as it needs (at most 64).
 */
export type ViewRow = { readonly collection: string; readonly key: string; readonly value: Uint8Array; readonly terms?: readonly string[] };

/**
 * One step of a projection: rows and checkpoint become visible together or not at all. Deletes are applied before puts, and
 * of several puts of one key the last counts; a put replaces the row with all its terms. A delete without a row is no error.
 */
export type ViewCommit = {
  readonly projection: string;
  readonly epoch: number;
  readonly position: Position;
  readonly puts: readonly ViewRow[];
  readonly deletes: readonly { readonly collection: string; readonly key: string }[];
};

/** The right to write one projection. A later claim of the same projection fences this one. */
export type Claim = { readonly epoch: number; readonly position: Position };

/**
 * Which rows: all of a collection, those whose key starts with `prefix`, or those that carry every one of `terms`;
 * in the order of their keys by code point, from behind `after`, up to and including `upTo`, at most `limit`
 * (default 100, at most 1,000; 10,000 with a prefix; beyond that a `RangeError`). Conditions may be combined.
 */
export type ViewQuery = { readonly prefix?: string; readonly terms?: readonly string[]; readonly after?: string; readonly upTo?: string; readonly limit?: number };

export type FoundRow = { readonly key: string; readonly value: Uint8Array };

/**
 * Views: rebuildable at any time, and so only as durable as their checkpoint says.
 *
 * - `claim` takes the projection from whoever has it: its epoch is the highest so far, its position that of the last commit.
 * - `commit` throws `ProjectionFenced`, and writes nothing, under any epoch but that of the latest claim.
 * - `get` answers in the order of the keys, `undefined` for a row that is not there.
 * - What was committed is read from then on; `checkpoint` of an unknown projection stands before the first event.
 */
export type ViewStore = {
  claim(projection: string): Promise<Claim>;
  commit(step: ViewCommit): Promise<void>;
  get(collection: string, keys: readonly string[]): Promise<readonly (Uint8Array | undefined)[]>;
  find(collection: string, query: ViewQuery): Promise<readonly FoundRow[]>;
  checkpoint(projection: string): Promise<Position>;
  close(): Promise<void>;
};

/** Another owner has claimed this projection since; the caller must stop. */
export class ProjectionFenced extends Error {
  override readonly name = 'ProjectionFenced';
  readonly projection: string;
  readonly epoch: number;

  constructor(projection: string, epoch: number) {
    super(`projection ${projection} was claimed by a later owner than epoch ${epoch}`);
    this.projection = projection;
    this.epoch = epoch;
  }
}

/**
 * The store does not answer now. Whether it took a step that was under way, its checkpoint tells once it does; to commit the
 * same step again does no harm.
 */
export class ViewStoreUnavailable extends Error {
  override readonly name = 'ViewStoreUnavailable';
}
