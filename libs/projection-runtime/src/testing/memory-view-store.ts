import { ProjectionFenced, type Claim, type FoundRow, type Position, type ViewCommit, type ViewQuery, type ViewRow, type ViewStore } from '@kring/view-store';

/** Views in memory for specs: a commit can be made to fail, before it is taken or after. */
export class MemoryViewStore implements ViewStore {
  readonly rows = new Map<string, ViewRow>();
  readonly commits: ViewCommit[] = [];
  readonly #claims = new Map<string, Claim>();
  /** What goes wrong at a commit, if anything: `lost` is not taken, `unheard` is taken but the answer is an error. */
  fault: (step: ViewCommit) => 'lost' | 'unheard' | undefined = () => undefined;
  unreadable = false;

  async claim(projection: string): Promise<Claim> {
    const former = this.#claims.get(projection);
    const claim = { epoch: (former?.epoch ?? 0) + 1, position: former?.position ?? '' };
    this.#claims.set(projection, claim);
    return claim;
  }

  async commit(step: ViewCommit): Promise<void> {
    const owner = this.#claims.get(step.projection);
    if (owner?.epoch !== step.epoch) throw new ProjectionFenced(step.projection, step.epoch);
    const fault = this.fault(step);
    if (fault === 'lost') throw new Error('the commit was lost');
    this.commits.push(step);
    for (const { collection, key } of step.deletes) this.rows.delete(`${collection}\0${key}`);
    for (const row of step.puts) this.rows.set(`${row.collection}\0${row.key}`, row);
    this.#claims.set(step.projection, { epoch: step.epoch, position: step.position });
    if (fault === 'unheard') throw new Error('the answer was lost');
  }

  async get(collection: string, keys: readonly string[]): Promise<readonly (Uint8Array | undefined)[]> {
    this.#mustBeReadable();
    return keys.map((key) => this.rows.get(`${collection}\0${key}`)?.value);
  }

  async find(collection: string, { prefix = '', terms = [], after = '', upTo, limit = 100 }: ViewQuery): Promise<readonly FoundRow[]> {
    this.#mustBeReadable();
    return [...this.rows.values()]
      .filter((row) => row.collection === collection && row.key.startsWith(prefix) && row.key > after && (upTo === undefined || row.key <= upTo))
      .filter((row) => terms.every((term) => row.terms?.includes(term)))
      .sort((a, b) => (a.key < b.key ? -1 : 1))
      .slice(0, limit);
  }

  async checkpoint(projection: string): Promise<Position> {
    return this.#claims.get(projection)?.position ?? '';
  }

  async close(): Promise<void> {}

  #mustBeReadable(): void {
    if (this.unreadable) throw new Error('the view store is away');
  }
}
