import type { Happening } from './happening.ts';

/** Something with a publisher's own id: an involvement, a visit, a signal. */
export type Entry = { readonly publisher: string; readonly organisation: string };

/** Entries under the ids that their publishers gave. An id is unique within its publisher only, so one id may stand for several. */
export class Register<One extends Entry> {
  private readonly byId = new Map<string, One[]>();
  private readonly inOrder: One[] = [];

  add(id: string, entry: One): void {
    const same = this.byId.get(id);
    if (same) same.push(entry);
    else this.byId.set(id, [entry]);
    this.inOrder.push(entry);
  }

  /** The entry of the event's own publisher, or of the organisation that it speaks for. */
  own(id: string, happening: Happening): One | undefined {
    const same = this.byId.get(id);
    return same?.find((entry) => entry.publisher === happening.event.partner) ?? same?.find((entry) => entry.organisation === happening.organisation);
  }

  /** The entry of that organisation. */
  of(id: string, organisation: string): One | undefined {
    const same = this.byId.get(id);
    return same?.find((entry) => entry.organisation === organisation) ?? same?.find((entry) => entry.publisher === organisation);
  }

  /** Every entry with that id, whoever published it. */
  all(id: string): readonly One[] {
    return this.byId.get(id) ?? [];
  }

  /** All entries, in the order in which they began. */
  entries(): readonly One[] {
    return this.inOrder;
  }
}
