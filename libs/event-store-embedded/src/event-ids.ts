const idBytes = 16;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** @throws TypeError */
export const compactId = (id: string): string => {
  if (!uuid.test(id)) throw new TypeError('the id of an event must be a UUID');
  return id.replaceAll('-', '');
};

export const countOf = ({ ids }: { readonly ids: Uint8Array }): number => ids.byteLength / idBytes;

export const idAt = (ids: Uint8Array, index: number): Uint8Array => ids.subarray(index * idBytes, (index + 1) * idBytes);

export const textOfId = (ids: Uint8Array, index: number): string => {
  const hex = Buffer.from(ids.buffer, ids.byteOffset + index * idBytes, idBytes).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
};

/** All ids in a row. */
export const joined = (pages: readonly { readonly ids: Uint8Array }[]): Uint8Array => (pages.length === 1 ? pages[0]!.ids : Buffer.concat(pages.map(({ ids }) => ids)));

export const sameId = (ids: Uint8Array, index: number, other: Uint8Array, otherIndex: number): boolean =>
  Buffer.compare(idAt(ids, index), idAt(other, otherIndex)) === 0;

/** A number of 30 bits, which a set holds without allocating: two ids rarely have the same. */
export const fingerprint = (ids: Uint8Array, index: number): number => {
  const start = ids.byteOffset + index * idBytes;
  const words = new DataView(ids.buffer, start, idBytes);
  return (words.getUint32(0) ^ words.getUint32(4) ^ words.getUint32(8) ^ words.getUint32(12)) >>> 2;
};
