import { ChangeSet, type ProjectionStep, type ViewReader } from '@kring/projection-runtime';
import { agendaKey, agendaRow, burstMs, clusterIn, clusterRow, collections, isPart, type ClusterRow, type Due } from './agenda-rows.ts';

const isOneBurst = (first: string, last: string): boolean => Date.parse(last) - Date.parse(first) <= burstMs;

/** The clusters that one step works on, and what the step changes about them. */
export class Clusters {
  readonly #clusters = new Map<string, ClusterRow>();
  readonly #firstIdOf = new Map<string, string>();
  readonly #changed = new Set<string>();
  readonly #changes = new ChangeSet();

  /** Brings the clusters of these ids to hand. An id that nobody spoke of before stands alone. */
  static async load(ids: readonly string[], read: ViewReader): Promise<Clusters> {
    const clusters = new Clusters();
    const firstIds = await clusters.#take(ids, read);
    await clusters.#take(firstIds, read);
    return clusters;
  }

  has(id: string): boolean {
    return this.#firstIdOf.has(id);
  }

  firstIdOf(id: string): string {
    return this.#firstIdOf.get(id) ?? id;
  }

  of(id: string): ClusterRow {
    const cluster = this.#clusters.get(this.firstIdOf(id));
    if (!cluster) throw new Error('a household was not brought to hand before it was asked for');
    return cluster;
  }

  /** Somebody speaks of the household in this stream. Answers whether the household is new. */
  hear(id: string, stream: string): boolean {
    const isNew = !this.has(id);
    const cluster = isNew ? { ids: [id], streams: [], due: null } : this.of(id);
    if (!cluster.streams.some((one) => one === stream)) this.#put({ ...cluster, streams: [...cluster.streams, stream].sort() });
    return isNew;
  }

  /** These ids were told to be one household, or to be one no longer: what concerns one may concern the others. */
  unite(ids: readonly string[]): void {
    for (const id of ids) if (!this.has(id)) this.#put({ ids: [id], streams: [], due: null });
    const parts = [...new Set(ids.map((id) => this.of(id)))];
    if (parts.length < 2) return;
    for (const part of parts) this.#remove(part);
    const all = (of: (part: ClusterRow) => readonly string[]): string[] => [...new Set(parts.flatMap(of))].sort();
    const dues = parts.flatMap(({ due }) => due ?? []).sort((one, other) => (one.at < other.at ? -1 : 1));
    this.#put({ ids: all(({ ids: own }) => own), streams: all(({ streams }) => streams), due: dues[0] ?? null });
  }

  /** Something was recorded at this instant. What is due before that stays due first, unless it is the same burst of news. */
  newsAt(id: string, at: string): void {
    const { due } = this.of(id);
    if (due !== null && due.at <= at && (due.by === 'time' || !isOneBurst(due.at, at))) return;
    this.setDue(id, { at, by: 'event' });
  }

  /** News of the past, read again: the hub takes up where it spoke last, and where it never did, at what was told last. */
  rereadNews(id: string, at: string): void {
    const acted = this.of(id).reread?.acted ?? false;
    if (!acted) this.setDue(id, { at, by: 'event' });
    this.#put({ ...this.of(id), reread: { news: at, acted } });
  }

  /** The hub spoke here before: all that had been told by then, it had looked at. */
  rereadFact(id: string): void {
    const { reread } = this.of(id);
    if (!reread) return;
    this.setDue(id, { at: reread.news, by: 'event' });
    this.#put({ ...this.of(id), reread: { news: reread.news, acted: true } });
  }

  setDue(id: string, due: Due | null): void {
    const { ids, streams, due: former } = this.of(id);
    this.#forgetDue({ ids, streams, due: former });
    this.#put({ ids, streams, due });
  }

  /** An entry of the agenda was seen to, or belongs to nobody any more. */
  strike(key: string): void {
    this.#changes.delete({ collection: collections.agenda, key });
  }

  step(touched: readonly string[]): ProjectionStep {
    for (const firstId of this.#changed) {
      const cluster = this.of(firstId);
      this.#changes.put(clusterRow(firstId, cluster), ...cluster.ids.slice(1).map((id) => clusterRow(id, { partOf: firstId })));
      if (cluster.due) this.#changes.put(agendaRow(cluster.due.at, firstId));
    }
    this.#changes.touch(...touched);
    return this.#changes.step();
  }

  #put(cluster: ClusterRow): void {
    const [firstId = ''] = cluster.ids;
    this.#clusters.set(firstId, cluster);
    for (const id of cluster.ids) this.#firstIdOf.set(id, firstId);
    this.#changed.add(firstId);
  }

  #remove(cluster: ClusterRow): void {
    const [firstId = ''] = cluster.ids;
    this.#forgetDue(cluster);
    this.#clusters.delete(firstId);
    this.#changed.delete(firstId);
  }

  #forgetDue({ ids: [firstId = ''], due }: ClusterRow): void {
    if (due) this.strike(agendaKey(due.at, firstId));
  }

  /** Takes what stands under these ids; answers the first ids that some of them point to. */
  async #take(ids: readonly string[], read: ViewReader): Promise<readonly string[]> {
    const wanted = ids.filter((id) => !this.has(id));
    if (wanted.length === 0) return [];
    const found = await read.get(collections.cluster, wanted);
    return found.flatMap((bytes) => {
      const row = bytes && clusterIn(bytes);
      if (!row) return [];
      if (isPart(row)) return [row.partOf];
      this.#clusters.set(row.ids[0] ?? '', row);
      for (const id of row.ids) this.#firstIdOf.set(id, row.ids[0] ?? '');
      return [];
    });
  }
}
