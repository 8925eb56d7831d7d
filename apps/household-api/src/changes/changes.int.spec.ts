import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { HouseholdHub } from '../testing/household-hub.ts';
import { involved, registered, supported } from '../testing/tellings.ts';

const most = 3;

type Message = { readonly id: string; readonly circle: { readonly position: string; readonly supporters: readonly { readonly supporterId: string }[] } };

/** Reads a stream of circles message by message; comments are counted. */
class Reader {
  comments = 0;
  #text = '';
  readonly #chunks: AsyncIterator<Uint8Array>;

  constructor(readonly response: Response) {
    this.#chunks = (response.body as ReadableStream<Uint8Array>)[Symbol.asyncIterator]();
  }

  /** The next circle; undefined when the stream ended. */
  async next(): Promise<Message | undefined> {
    for (;;) {
      const end = this.#text.indexOf('\n\n');
      if (end >= 0) {
        const block = this.#text.slice(0, end);
        this.#text = this.#text.slice(end + 2);
        if (block.startsWith(':')) this.comments += 1;
        const id = /^id: (.*)$/m.exec(block)?.[1];
        const data = /^data: (.*)$/m.exec(block)?.[1];
        if (id && data) return { id, circle: JSON.parse(data) as Message['circle'] };
        continue;
      }
      const { done, value } = await this.#chunks.next();
      if (done) return undefined;
      this.#text += Buffer.from(value).toString('utf8');
    }
  }

  async close(): Promise<void> {
    await this.#chunks.return?.();
  }
}

describe('following a circle', () => {
  let hub: HouseholdHub;
  let omring: string;
  const open: Reader[] = [];
  beforeAll(async () => {
    hub = await HouseholdHub.open({ heartbeatMs: 20, maxWatchers: most });
    omring = hub.token({ subject: 'omring' });
    await hub.told(registered('h-1'), involved('h-1', 'omring'), registered('h-2'), registered('h-3'));
  });
  afterEach(async () => {
    for (const reader of open.splice(0)) await reader.close();
  });
  afterAll(() => hub.close());

  /** A place that a reader left is free once the server has noticed. */
  const follow = async (...asked: Parameters<typeof ask>) => {
    for (let tries = 0; ; tries += 1) {
      const reader = await ask(...asked);
      if (reader.response.status !== 503 || tries === 200) return reader;
    }
  };
  const ask = async (householdId = 'h-1', headers: Readonly<Record<string, string>> = {}, token = omring) => {
    const response = await fetch(`${hub.base}/v1/households/${householdId}/circle/changes`, { headers: { authorization: `Bearer ${token}`, 'processing-activity': 'coordination', ...headers } });
    const reader = new Reader(response);
    open.push(reader);
    return reader;
  };

  it('sends the present circle, and a new one on each change, with the position to resume from', async () => {
    const reader = await follow();
    expect(reader.response.headers.get('content-type')).toMatch(/^text\/event-stream/);
    const first = await reader.next();
    expect(first?.id).toBe(first?.circle.position);
    const position = await hub.tell(supported('h-1', 's-1'));
    const second = await reader.next();
    expect(second?.id).toBe(position);
    expect(second?.circle.supporters.map(({ supporterId }) => supporterId)).toEqual(['s-1']);
  });

  it('resumes behind the last circle that the reader has', async () => {
    const reader = await follow();
    const first = await reader.next();
    await reader.close();
    const resumed = await follow('h-1', { 'last-event-id': first?.id ?? '' });
    const position = await hub.tell(supported('h-1', 's-1'));
    expect((await resumed.next())?.id).toBe(position);
  });

  it('says nothing of other households', async () => {
    const reader = await follow();
    await reader.next();
    await hub.told(supported('h-2', 's-2'));
    const position = await hub.tell(supported('h-1', 's-1'));
    expect((await reader.next())?.id).toBe(position);
  });

  it('gives signs of life while it is quiet', async () => {
    const reader = await follow();
    await reader.next();
    const next = reader.next();
    await hub.told(supported('h-2', 's-2'));
    while (reader.comments < 2) await new Promise(setImmediate);
    await hub.tell(supported('h-1', 's-1'));
    expect(await next).toBeDefined();
  });

  it('ends when the token does', async () => {
    const passing = hub.token({ subject: 'omring' });
    const reader = await follow('h-1', {}, passing);
    await reader.next();
    hub.revoke(passing);
    expect(await reader.next()).toBeUndefined();
  });

  it('is refused where the household may not be known', async () => {
    expect((await follow('h-3')).response.status).toBe(404);
  });

  it('is refused when as many follow as may, until one of them leaves', async () => {
    const readers = [await follow(), await follow(), await follow()];
    for (const reader of readers) await reader.next();
    const refused = await ask();
    expect([refused.response.status, refused.response.headers.get('retry-after')]).toEqual([503, '10']);
    await readers[0]?.close();
    expect((await follow()).response.status).toBe(200);
  });
});
