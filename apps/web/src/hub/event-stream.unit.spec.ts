import { describe, expect, it } from '@jest/globals';
import { messagesOf, type StreamMessage } from './event-stream.ts';

const stream = (...chunks: string[]): ReadableStream<Uint8Array> =>
  new ReadableStream({
    start: (sink) => {
      for (const chunk of chunks) sink.enqueue(new TextEncoder().encode(chunk));
      sink.close();
    },
  });

const read = async (...chunks: string[]): Promise<StreamMessage[]> => {
  const messages: StreamMessage[] = [];
  for await (const message of messagesOf(stream(...chunks))) messages.push(message);
  return messages;
};

describe('the stream of changes', () => {
  it('gives each message with the position to resume from', async () => {
    expect(await read('id: 7\nevent: circle\ndata: {"a":1}\n\n')).toEqual([{ id: '7', event: 'circle', data: '{"a":1}' }]);
  });

  it('puts a message together that arrives in pieces', async () => {
    expect(await read('id: 7\nda', 'ta: {"a"', ':1}\n', '\n')).toEqual([{ id: '7', event: 'message', data: '{"a":1}' }]);
  });

  it('reads carriage returns, even where one ends a piece', async () => {
    expect(await read('data: a\r', '\ndata: b\r\n\r\n')).toEqual([{ id: null, event: 'message', data: 'a\nb' }]);
  });

  it('passes over heartbeats and unfinished messages', async () => {
    expect(await read(': ping\n\n', 'data: a\n\n', 'data: lost')).toEqual([{ id: null, event: 'message', data: 'a' }]);
  });

  it('keeps the last id for a message without one', async () => {
    expect((await read('id: 7\ndata: a\n\ndata: b\n\n')).map((message) => message.id)).toEqual(['7', '7']);
  });
});
