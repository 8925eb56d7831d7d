import { createHash } from 'node:crypto';

/** A UUID (version 8, RFC 9562) made of any text: the same text gives the same id, everywhere and always. */
export const uuidOfText = (text: string): string => {
  const bytes = createHash('sha256').update(text).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
};

/** The id under which an event is stored: CloudEvents make `source` and `id` together unique. */
export const storeIdOf = (source: string, id: string): string => uuidOfText(`${source}\0${id}`);
