import { randomUUID } from 'node:crypto';
import type { JsonObject } from '@kring/event-store';
import type { ProblemBody } from '@kring/platform';
import { beforeTheFirst } from '@kring/event-store';
import type { Claim } from '@kring/view-store';
import type { DoorParts } from './parts.ts';
import { collections } from './index-reader.ts';
import type { Arrival, Outcome, Publisher } from './publisher.ts';
import { decodeRow, encodeRow } from './token-row.ts';

/** A rejected event as its publisher gets it back. */
export type Rejection = { readonly rejectionId: string; readonly id: string | null; readonly source: string | null; readonly rejectedAt: string; readonly problem: ProblemBody };
type Row = Rejection & { readonly by: string | null; readonly bytes: number; readonly box: string };

/** So many are kept per partner, the newest; and so many of one request. */
export const maxRejections = 10_000;
const perRequest = 200;
const projection = 'door-rejections';

const keyOf = (partner: string, rejectionId: string): string => `${partner}/${rejectionId}`;
const boundTo = (partner: string, rejectionId: string): string => `rejected\n${partner}\n${rejectionId}`;

/** What was refused, kept sealed for its publisher to look at and to send again. Not of the log: a refusal did not happen. */
export class Rejections {
  #claim: Claim | undefined;
  readonly #counts = new Map<string, number>();

  constructor(private readonly parts: DoorParts) {}

  async keep(publisher: Publisher, arrivals: readonly Arrival[], outcomes: readonly Outcome[]): Promise<void> {
    const refused = outcomes.flatMap((outcome, at) => (outcome.status === 'rejected' && outcome.problem ? [{ outcome, problem: outcome.problem, arrival: arrivals[at] }] : []));
    if (refused.length === 0) return;
    const subject = `partner:${publisher.partner}`;
    const key = (await this.parts.keyStore.obtain([subject])).get(subject);
    if (key === undefined) return;
    const now = this.parts.clock.now();
    const rows = refused.slice(0, perRequest).map(({ outcome, problem, arrival }, at) => {
      const rejectionId = `${now.getTime().toString().padStart(14, '0')}.${at.toString().padStart(4, '0')}.${randomUUID().slice(0, 8)}`;
      const content = arrival && 'value' in arrival ? arrival : undefined;
      const box = this.parts.sealer.seal(key, 'personal', boundTo(publisher.partner, rejectionId), { value: (content?.value ?? null) as JsonObject });
      const row: Row = { rejectionId, id: outcome.id, source: outcome.source, rejectedAt: now.toISOString(), problem, by: publisher.by, bytes: content?.bytes ?? 0, box };
      return { collection: collections.rejected, key: keyOf(publisher.partner, rejectionId), value: encodeRow(row), terms: outcome.id === null ? [] : [`id=${publisher.partner}/${outcome.id}`] };
    });
    await this.#commit(rows, await this.#oldest(publisher.partner, rows.length));
  }

  /** Oldest first. */
  async of(partner: string, after: string | undefined, limit: number): Promise<readonly Rejection[]> {
    const rows = await this.parts.viewStore.find(collections.rejected, { prefix: `${partner}/`, after: after === undefined ? undefined : keyOf(partner, after), limit });
    return rows.map(({ value }) => {
      const { rejectionId, id, source, rejectedAt, problem } = decodeRow<Row>(value);
      return { rejectionId, id, source, rejectedAt, problem };
    });
  }

  /** The event of a rejection as it came in, by the id of the rejection or of the event. */
  async arrival(partner: string, id: string): Promise<{ readonly rejectionId: string; readonly arrival: Arrival } | undefined> {
    const [direct] = await this.parts.viewStore.get(collections.rejected, [keyOf(partner, id)]);
    const named = direct ?? (await this.parts.viewStore.find(collections.rejected, { terms: [`id=${partner}/${id}`], limit: 1_000 })).at(-1)?.value;
    if (named === undefined) return undefined;
    const row = decodeRow<Row>(named);
    const subject = `partner:${partner}`;
    const key = (await this.parts.keyStore.find([subject])).get(subject);
    if (key === undefined) return undefined;
    const { value } = this.parts.sealer.open(key, 'personal', boundTo(partner, row.rejectionId), row.box);
    return { rejectionId: row.rejectionId, arrival: { value, bytes: row.bytes } };
  }

  async drop(partner: string, rejectionId: string): Promise<void> {
    await this.#commit([], [keyOf(partner, rejectionId)]);
    this.#counts.delete(partner);
  }

  /** Keys of the oldest, so many as must go to make room. */
  async #oldest(partner: string, coming: number): Promise<string[]> {
    const held = this.#counts.get(partner) ?? (await this.#count(partner));
    const over = held + coming - maxRejections;
    this.#counts.set(partner, Math.min(held + coming, maxRejections));
    if (over <= 0) return [];
    return (await this.parts.viewStore.find(collections.rejected, { prefix: `${partner}/`, limit: over })).map((row) => row.key);
  }

  async #count(partner: string): Promise<number> {
    return (await this.parts.viewStore.find(collections.rejected, { prefix: `${partner}/`, limit: maxRejections })).length;
  }

  async #commit(puts: Parameters<DoorParts['viewStore']['commit']>[0]['puts'], keys: readonly string[]): Promise<void> {
    this.#claim ??= await this.parts.viewStore.claim(projection);
    const deletes = keys.map((key) => ({ collection: collections.rejected, key }));
    await this.parts.viewStore.commit({ projection, epoch: this.#claim.epoch, position: beforeTheFirst, puts, deletes });
  }
}
