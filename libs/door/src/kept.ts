import { problem } from '@kring/platform';
import type { Door } from './door.ts';
import { evidenceOf } from './evidence.ts';
import { collections } from './index-reader.ts';
import { openUnresolved, unresolvedFrom } from './unresolved-event.ts';
import type { Unresolved } from './unresolved-event.ts';

/** So many are tried again for one key before others get their turn. */
const perKey = 500;

/** The events whose household is not known yet: shown to their publisher, and tried again when a key they wait for changes. */
export class KeptEvents {
  #trying: Promise<void> = Promise.resolve();

  constructor(private readonly door: Door) {
    door.onChangedKeys((keys) => {
      this.#trying = this.#trying.then(() => this.#tryAgain(keys)).catch((error: unknown) => this.#tell(error));
    });
  }

  /** At the start, and after a break: whatever was kept is tried once. */
  async tryAll(): Promise<void> {
    const rows = await this.door.parts.viewStore.find(collections.unresolved, { limit: 1_000 });
    for (const row of rows) await this.#tryOne(row.key, unresolvedFrom(row.value)).catch((error: unknown) => this.#tell(error));
  }

  async of(partner: string, after: string | undefined, limit: number): Promise<readonly Unresolved[]> {
    const rows = await this.door.parts.viewStore.find(collections.unresolved, { prefix: `${partner}/`, after: after === undefined ? undefined : `${partner}/${after}`, limit });
    return rows.map((row) => unresolvedFrom(row.value));
  }

  /** For those who stop the door: what is being tried is done. */
  async idle(): Promise<void> {
    await this.#trying;
  }

  async #tryAgain(keys: readonly string[]): Promise<void> {
    if ((await this.door.parts.viewStore.find(collections.unresolved, { limit: 1 })).length === 0) return;
    for (const key of keys) {
      const rows = await this.door.parts.viewStore.find(collections.unresolved, { terms: [`awaits=${key}`], limit: perKey });
      for (const row of rows) await this.#tryOne(row.key, unresolvedFrom(row.value));
    }
  }

  async #tryOne(key: string, kept: Unresolved): Promise<void> {
    const { keyStore, sealer, tokens } = this.door.parts;
    const subject = `partner:${kept.partner}`;
    const dataKey = (await keyStore.find([subject])).get(subject);
    if (dataKey === undefined) throw problem.notFound();
    const event = openUnresolved(kept, sealer, dataKey);
    const ready = { event, storeId: kept.storeId, digest: tokens.digest({ type: event.type, data: event.data }), evidence: evidenceOf(event, tokens) };
    await this.door.take({ partner: kept.partner, by: kept.by }, [ready], { keptUnresolved: key });
  }

  #tell(error: unknown): void {
    const { log } = this.door.parts;
    log.warn('kept events could not be tried again', { error: log.describe(error) });
  }
}
