import { crc32 } from 'node:zlib';
import type { Page } from './log-file.ts';

/**
 * The checksum of all that a page holds. SQLite has none of its own: a bit that falls over in a text on the disk would be read
 * as if it had been written so. CRC-32 finds every such bit and costs a microsecond a page; it is no proof against intent.
 */
export const sumOf = ({ position, stream, revision, recorded, ids, events }: Page): number =>
  crc32(events, crc32(`${position} ${revision} ${recorded} ${ids} ${stream}`));
