import { createHash } from 'node:crypto';
import { open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import type { Stats } from 'node:fs';
import type { Progress } from '@kring/publisher';

/** As much of a file's head as tells one export from another. */
const headBytes = 65_536;

type Kept = { readonly delivery: string; readonly progress: Progress };

/**
 * Remembers beside a file how far its delivery has come, until it is done. It holds counts and a digest, nothing of the
 * events. Another file in its place, or another hub, is another delivery. Where the folder cannot be written, a broken
 * delivery starts over, which is slower and does no harm.
 */
export class Bookmark {
  readonly #path: string;
  readonly #delivery: string;

  private constructor(path: string, delivery: string) {
    this.#path = path;
    this.#delivery = delivery;
  }

  static async of(file: string, { size }: Stats, url: string): Promise<Bookmark> {
    const head = await headOf(file, Math.min(size, headBytes));
    const delivery = createHash('sha256').update(`${url}\0${size}\0`).update(head).digest('hex');
    return new Bookmark(`${file}.kring-progress`, delivery);
  }

  async read(): Promise<Progress | undefined> {
    try {
      const kept = JSON.parse(await readFile(this.#path, 'utf8')) as Kept;
      return kept.delivery === this.#delivery ? kept.progress : undefined;
    } catch {
      return undefined;
    }
  }

  /** Written aside and moved into place, so that a break leaves the old one or the new one. */
  async keep(progress: Progress): Promise<void> {
    const kept: Kept = { delivery: this.#delivery, progress };
    await writeFile(`${this.#path}.new`, `${JSON.stringify(kept)}\n`).then(
      () => rename(`${this.#path}.new`, this.#path),
      () => undefined,
    );
  }

  async remove(): Promise<void> {
    await rm(this.#path, { force: true });
  }
}

const headOf = async (path: string, length: number): Promise<Uint8Array> => {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(new Uint8Array(length), 0, length, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
};
