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

  /** Puts an entry in the place of an earlier one, or adds it where there is none. */
  replace(id: string, former: One | undefined, entry: One): void {
    if (!former) return this.add(id, entry);
    this.byId.set(id, this.all(id).map((one) => (one === former ? entry : one)));
    this.inOrder[this.inOrder.indexOf(former)] = entry;
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

  /**
   * The entry that an event means which may be told by another than its publisher, as an answer is by the one who was asked.
   * Where several publishers gave the same id: one that is still open before the rest, then one that was addressed to this
   * organisation, then its own.
   */
  meant(id: string, happening: Happening, { isOpen, addressee }: { isOpen: (entry: One) => boolean; addressee: (entry: One) => string | null }): One | undefined {
    const same = this.all(id);
    if (same.length < 2) return same[0];
    const open = same.filter(isOpen);
    const candidates = open.length > 0 ? open : same;
    return candidates.find((entry) => addressee(entry) === happening.organisation) ?? candidates.find((entry) => entry.publisher === happening.event.partner) ?? candidates[0];
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
