import type { Json, JsonObject, NewEvent, RecordedEvent } from '@kring/event-store';
import type { DataKey } from '@kring/key-store';
import type { Sealer } from '@kring/sealing';
import type { ViewRow } from '@kring/view-store';
import { collections } from './index-reader.ts';
import type { CheckedEvent, Publisher } from './publisher.ts';
import { decodeRow, encodeRow } from './token-row.ts';

/** The hub keeps an event whose household is not known yet. Not part of the published language: no partner sends or gets it. */
export const unresolvedType = 'nl.kring.ingest.kept-unresolved.v1';

export const unresolvedStream = (partner: string): string => `unresolved-${partner}`;
const boundTo = (storeId: string): string => `${storeId}\n${unresolvedType}`;

export type Unresolved = {
  readonly storeId: string;
  readonly id: string;
  readonly source: string;
  readonly type: string;
  readonly partner: string;
  readonly by: string | null;
  readonly keptAt: string;
  readonly position: string;
  readonly box: string;
};

type Kept = { readonly event: CheckedEvent; readonly storeId: string; readonly digest: string; readonly awaits: readonly string[] };

/** The whole event goes into a box under the partner's key; outside of it stands only what it waits for, as blind tokens. */
export const keptUnresolved = (kept: Kept, publisher: Publisher, sealer: Sealer, key: DataKey): NewEvent => ({
  id: kept.storeId,
  type: unresolvedType,
  data: { awaits: [...kept.awaits] },
  metadata: {
    id: kept.event.id,
    source: kept.event.source,
    type: kept.event.type,
    partner: publisher.partner,
    by: publisher.by,
    digest: kept.digest,
    ...(kept.event.sequence === undefined ? {} : { sequence: Number(kept.event.sequence) }),
    box: sealer.seal(key, 'personal', boundTo(kept.storeId), kept.event as unknown as JsonObject),
  },
});

const text = (value: Json | undefined): string => (typeof value === 'string' ? value : '');

export const unresolvedRow = (event: RecordedEvent): ViewRow => {
  const { metadata } = event;
  const kept: Unresolved = {
    storeId: event.id,
    id: text(metadata['id']),
    source: text(metadata['source']),
    type: text(metadata['type']),
    partner: text(metadata['partner']),
    by: typeof metadata['by'] === 'string' ? metadata['by'] : null,
    keptAt: event.recordedAt,
    position: event.position,
    box: text(metadata['box']),
  };
  const awaits = Array.isArray(event.data['awaits']) ? event.data['awaits'].map((one) => `awaits=${text(one)}`) : [];
  return { collection: collections.unresolved, key: unresolvedKey(kept), value: encodeRow(kept), terms: awaits };
};

export const unresolvedKey = (kept: Pick<Unresolved, 'partner' | 'position'>): string => `${kept.partner}/${kept.position}`;
export const unresolvedFrom = (bytes: Uint8Array): Unresolved => decodeRow<Unresolved>(bytes);

export const openUnresolved = (kept: Unresolved, sealer: Sealer, key: DataKey): CheckedEvent =>
  sealer.open(key, 'personal', boundTo(kept.storeId), kept.box) as unknown as CheckedEvent;
