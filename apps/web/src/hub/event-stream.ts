/** One message of a `text/event-stream`, as the HTML standard describes them. */
export type StreamMessage = { id: string | null; event: string; data: string };

/** A circle is tens of kilobytes; a line far beyond that is not a circle. */
const longestLine = 4_000_000;

export async function* messagesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<StreamMessage> {
  const draft = { id: null as string | null, event: 'message', data: [] as string[] };
  for await (const line of linesOf(body)) {
    if (line !== '') {
      readField(line, draft);
    } else if (draft.data.length > 0) {
      yield { id: draft.id, event: draft.event, data: draft.data.join('\n') };
      draft.data = [];
      draft.event = 'message';
    }
  }
}

const readField = (line: string, draft: { id: string | null; event: string; data: string[] }): void => {
  const colon = line.indexOf(':');
  const name = colon === -1 ? line : line.slice(0, colon);
  const value = colon === -1 ? '' : line.slice(colon + 1).replace(/^ /, '');
  if (name === 'data') draft.data.push(value);
  if (name === 'event') draft.event = value;
  if (name === 'id') draft.id = value;
};

async function* linesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = body.pipeThrough(new TextDecoderStream() as unknown as ReadableWritablePair<string, Uint8Array>).getReader();
  let rest = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      const lines = (rest + value).split(/\r\n|\n|\r(?!$)/);
      rest = lines.pop() ?? '';
      if (rest.length > longestLine) throw new Error('A line of the stream is too long.');
      yield* lines;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
