/** A line of an NDJSON body, or that it was too long to be one event. */
export type Line = { readonly bytes: Uint8Array } | { readonly tooLong: true };

const newline = 0x0a;

/**
 * Splits a byte stream into lines with bounded memory: a line over `maxBytes` is skipped to its end and told as too long.
 * Blank lines are left out.
 */
export async function* linesOf(body: AsyncIterable<Uint8Array>, maxBytes: number): AsyncGenerator<Line> {
  let held: Uint8Array[] = [];
  let size = 0;
  const flush = (): Line | undefined => {
    const line: Line | undefined = size > maxBytes ? { tooLong: true } : size === 0 ? undefined : { bytes: held.length === 1 && held[0] ? held[0] : Buffer.concat(held) };
    held = [];
    size = 0;
    return line;
  };
  const hold = (part: Uint8Array): void => {
    if (part.length === 0) return;
    size += part.length;
    if (size <= maxBytes) held.push(part);
    else held = [];
  };
  for await (const chunk of body) {
    let from = 0;
    for (let end = chunk.indexOf(newline, from); end >= 0; end = chunk.indexOf(newline, from)) {
      hold(chunk.subarray(from, end));
      from = end + 1;
      const line = flush();
      if (line && !isBlank(line)) yield line;
    }
    // A copy, so that a small rest does not keep a large chunk alive.
    if (from < chunk.length) hold(from === 0 ? chunk : Uint8Array.prototype.slice.call(chunk, from));
  }
  const last = flush();
  if (last && !isBlank(last)) yield last;
}

const isBlank = (line: Line): boolean => 'bytes' in line && line.bytes.length < 64 && line.bytes.every((byte) => byte === 0x20 || byte === 0x0d || byte === 0x09);
