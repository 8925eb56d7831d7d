/** One line of a file, without its line end. `number` counts from 1; `end` is the first byte after it and its line end. */
export type Line = { readonly text: string; readonly number: number; readonly end: number };

/** A place between two lines: how many lines and bytes stand before it. */
export type Offset = { readonly lines: number; readonly bytes: number };

const newline = 10;

/**
 * The lines of a file from an offset on, reading no further ahead than one block. A `Blob` is what both a browser's file
 * picker and Node's `openAsBlob` give, and it can be entered anywhere without reading what stands before.
 *
 * A line longer than `longest` bytes is cut off there: no event is that long, so the hub will refuse it, and a file without
 * line ends must not fill the memory.
 */
export async function* linesOf(file: Blob, from: Offset, longest = 1_048_576): AsyncGenerator<Line> {
  const decoder = new TextDecoder();
  const rest = new Pending(longest);
  let { lines, bytes } = from;
  const line = (): Line => ({ text: decoder.decode(rest.take()).replace(/\r$/, ''), number: ++lines, end: bytes });
  for await (const block of blocksOf(file.slice(from.bytes))) {
    let start = 0;
    for (let at = block.indexOf(newline); at >= 0; at = block.indexOf(newline, start)) {
      rest.add(block.subarray(start, at));
      bytes += at + 1 - start;
      start = at + 1;
      yield line();
    }
    rest.add(block.subarray(start));
    bytes += block.length - start;
  }
  if (!rest.empty) yield line();
}

/** The bytes of a line of which the end has not been seen yet. */
class Pending {
  readonly #longest: number;
  #parts: Uint8Array[] = [];
  #size = 0;

  constructor(longest: number) {
    this.#longest = longest;
  }

  get empty(): boolean {
    return this.#size === 0;
  }

  add(part: Uint8Array): void {
    const kept = part.subarray(0, Math.max(0, this.#longest - this.#size));
    if (kept.length > 0) this.#parts.push(kept);
    this.#size += part.length;
  }

  take(): Uint8Array {
    const parts = this.#parts;
    this.#parts = [];
    this.#size = 0;
    if (parts.length === 1) return parts[0]!;
    const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
    let at = 0;
    for (const part of parts) { whole.set(part, at); at += part.length; }
    return whole;
  }
}

async function* blocksOf(file: Blob): AsyncGenerator<Uint8Array> {
  const reader = file.stream().getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel();
  }
}

/** Numbers lines that come from elsewhere, such as an export that is still running, and leaves out those already sent. */
export async function* numbered(texts: AsyncIterable<string>, from: Offset): AsyncGenerator<Line> {
  let number = 0;
  let bytes = 0;
  const encoder = new TextEncoder();
  for await (const text of texts) {
    number += 1;
    bytes += encoder.encode(text).length + 1;
    if (number > from.lines) yield { text, number, end: bytes };
  }
}
