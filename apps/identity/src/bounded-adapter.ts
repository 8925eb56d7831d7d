import type { Adapter, Payload } from 'oidc-provider/lib/provider.js';

type Kept = { readonly payload: Payload; readonly until: number };

/** How many sessions, interactions, grants and codes are kept together; past it, the one that was written longest ago goes. */
export const mostKept = 10_000;

/**
 * Keeps what the demonstration provider must remember in memory, bounded. Losing it signs a user out and nothing more: access
 * tokens are signed, and stand by themselves.
 */
export class BoundedStorage {
  readonly #kept = new Map<string, Kept>();

  constructor(private readonly most = mostKept) {}

  put(key: string, payload: Payload, expiresIn: number | undefined): void {
    this.#kept.delete(key);
    this.#kept.set(key, { payload, until: expiresIn === undefined ? Infinity : Date.now() + expiresIn * 1000 });
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= this.most) return;
      this.#kept.delete(oldest);
    }
  }

  get(key: string): Payload | undefined {
    const kept = this.#kept.get(key);
    if (kept !== undefined && kept.until > Date.now()) return kept.payload;
    this.#kept.delete(key);
    return undefined;
  }

  first(kind: string, fits: (payload: Payload) => boolean): Payload | undefined {
    for (const [key, { payload }] of this.#kept) if (key.startsWith(`${kind}:`) && fits(payload)) return this.get(key);
    return undefined;
  }

  removeAll(fits: (payload: Payload) => boolean): void {
    for (const [key, { payload }] of this.#kept) if (fits(payload)) this.#kept.delete(key);
  }

  remove(key: string): void {
    this.#kept.delete(key);
  }
}

/** The adapter of one kind of thing over a shared storage. */
export const adapterOf = (storage: BoundedStorage) => (kind: string): Adapter => {
  const keyOf = (id: string): string => `${kind}:${id}`;
  return {
    upsert: async (id, payload, expiresIn) => storage.put(keyOf(id), payload, expiresIn),
    find: async (id) => storage.get(keyOf(id)),
    findByUid: async (uid) => storage.first(kind, (payload) => payload.uid === uid),
    findByUserCode: async (userCode) => storage.first(kind, (payload) => payload.userCode === userCode),
    consume: async (id) => {
      const payload = storage.get(keyOf(id));
      if (payload !== undefined) payload.consumed = Math.floor(Date.now() / 1000);
    },
    destroy: async (id) => storage.remove(keyOf(id)),
    revokeByGrantId: async (grantId) => storage.removeAll((payload) => payload.grantId === grantId),
  };
};
