import type { KeyStore } from '@kring/key-store';
import type { BoxRow, HouseholdView } from '@kring/projection-runtime';
import { boundTo, type Sealer } from '@kring/sealing';
import { boxesIn, withPersonal, type Opened } from './personal.ts';

const keyOf = (householdId: string): string => `household:${householdId}`;

/** Opens what is sealed, for what is about to be shown and for nothing else. */
export class Boxes {
  constructor(private readonly view: HouseholdView, private readonly keyStore: KeyStore, private readonly sealer: Sealer) {}

  /**
   * The same with its personal texts. What cannot be opened is null: the household's key was destroyed, and with it
   * everything that was ever sealed under it.
   */
  async open<Open>(sealed: object): Promise<Open> {
    const wanted = [...boxesIn(sealed)];
    if (wanted.length === 0) return withPersonal<Open>(sealed, () => null);
    const rows = await this.view.boxes(wanted);
    const keys = await this.keyStore.find([...new Set([...rows.values()].map(({ householdId }) => keyOf(householdId)))]);
    const contents = new Map<string, Record<string, unknown>>();
    const contentOf = (row: BoxRow): Record<string, unknown> => {
      const key = keys.get(keyOf(row.householdId));
      if (!key) return {};
      return this.sealer.open(key, 'personal', boundTo(row.uuid, row.type, row.householdId), row.box) as Record<string, unknown>;
    };
    const opened: Opened = ({ box, pointer }) => {
      const row = rows.get(box);
      if (!row) return null;
      const content = contents.get(box) ?? contentOf(row);
      contents.set(box, content);
      return content[pointer];
    };
    return withPersonal<Open>(sealed, opened);
  }
}
