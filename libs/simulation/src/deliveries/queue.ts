/** What is still to come, the earliest first; of what comes at one instant, what was put in first. */
export class Queue<Item> {
  readonly #heap: { readonly at: number; readonly turn: number; readonly item: Item }[] = [];
  #turns = 0;

  get size(): number {
    return this.#heap.length;
  }

  /** When the earliest comes; infinity where nothing does. */
  get next(): number {
    return this.#heap[0]?.at ?? Infinity;
  }

  put(at: number, item: Item): void {
    this.#heap.push({ at, turn: this.#turns++, item });
    for (let place = this.#heap.length - 1; place > 0; ) {
      const above = (place - 1) >> 1;
      if (!this.#isBefore(place, above)) return;
      this.#swap(place, above);
      place = above;
    }
  }

  take(): { readonly at: number; readonly item: Item } | undefined {
    const first = this.#heap[0];
    const last = this.#heap.pop();
    if (!first || !last || this.#heap.length === 0) return first;
    this.#heap[0] = last;
    for (let place = 0; ; ) {
      const [left, right] = [2 * place + 1, 2 * place + 2];
      const earliest = right < this.#heap.length && this.#isBefore(right, left) ? right : left;
      if (earliest >= this.#heap.length || !this.#isBefore(earliest, place)) return first;
      this.#swap(place, earliest);
      place = earliest;
    }
  }

  #isBefore(one: number, other: number): boolean {
    const [a, b] = [this.#heap[one]!, this.#heap[other]!];
    return a.at < b.at || (a.at === b.at && a.turn < b.turn);
  }

  #swap(one: number, other: number): void {
    [this.#heap[one], this.#heap[other]] = [this.#heap[other]!, this.#heap[one]!];
  }
}
