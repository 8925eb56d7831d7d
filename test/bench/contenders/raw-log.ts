import { open as openFile, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import type { Contender } from '../harness/contender.ts';
import { appendLoad, type AppendOptions } from '../load/append-load.ts';
import type { StoredEvent } from '../load/stored-event.ts';

const segmentBytes = 64 * 1024 * 1024;
const newline = Buffer.from('\n');

type Waiting = { readonly lines: Buffer; readonly done: () => void; readonly failed: (error: unknown) => void };

/**
 * The measuring stick: lines of JSON with a checksum, in segments, and one fdatasync for all who wait. It finds nothing again and
 * refuses nothing; a store that does is not expected to keep up with it.
 */
class RawLog {
  readonly #folder: string;
  #segment: FileHandle | undefined;
  #segments = 0;
  #written = 0;
  #waiting: Waiting[] = [];
  #writing: Promise<void> | undefined;

  constructor(folder: string) {
    this.#folder = folder;
  }

  append(stream: string, events: readonly StoredEvent[]): Promise<void> {
    const lines = Buffer.concat(events.flatMap((event) => this.#line(stream, event)));
    return new Promise((done, failed) => {
      this.#waiting.push({ lines, done, failed });
      this.#writing ??= this.#writeAll();
    });
  }

  async close(): Promise<void> {
    await this.#writing;
    await this.#segment?.close();
  }

  #line(stream: string, event: StoredEvent): Buffer[] {
    const json = Buffer.from(JSON.stringify({ stream, ...event }));
    const head = Buffer.allocUnsafe(8);
    head.writeUInt32LE(json.length, 0);
    head.writeUInt32LE(crc32(json), 4);
    return [head, json, newline];
  }

  async #writeAll(): Promise<void> {
    while (this.#waiting.length > 0) {
      const group = this.#waiting;
      this.#waiting = [];
      try {
        await this.#write(Buffer.concat(group.map(({ lines }) => lines)));
        for (const { done } of group) done();
      } catch (error) {
        for (const { failed } of group) failed(error);
      }
    }
    this.#writing = undefined;
  }

  async #write(bytes: Buffer): Promise<void> {
    if (!this.#segment || this.#written > segmentBytes) {
      await this.#segment?.close();
      this.#segment = await openFile(join(this.#folder, `${(this.#segments += 1)}.log`), 'a');
      this.#written = 0;
    }
    await this.#segment.write(bytes);
    await this.#segment.datasync();
    this.#written += bytes.length;
  }
}

export const open = async (options: AppendOptions): Promise<Contender> => {
  const log = new RawLog(options.folder);
  return appendLoad((stream, events) => log.append(stream, events), () => log.close(), options);
};
