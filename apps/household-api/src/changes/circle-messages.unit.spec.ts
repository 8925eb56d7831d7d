import { describe, expect, it } from '@jest/globals';
import type { ViewChange } from '@kring/projection-runtime';
import { circleMessages, type SentCircle } from './circle-messages.ts';
import { Watchers } from './watchers.ts';

/** A view of which a spec says when it changes. */
const changing = () => {
  const listeners = new Set<(change: ViewChange) => void>();
  const onChange = (listener: (change: ViewChange) => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  const touch = (...touched: string[]) => listeners.forEach((listener) => listener({ position: '1', touched }));
  return { onChange, touch, touchSomething: () => listeners.forEach((listener) => listener({ position: '1', touched: null })), listeners };
};

describe('the messages of a stream', () => {
  const longTime = 1_000_000;
  const setup = (most = 10) => {
    const view = changing();
    const watchers = new Watchers(view, most);
    let version = 1;
    let seen = true;
    let good = true;
    const follow = (lastEventId?: string, heartbeatMs = longTime) => {
      const watch = watchers.watch('h-1');
      if (!watch) throw new Error('no place');
      const circleAfter = async (id: string | undefined): Promise<SentCircle | 'same' | null> => {
        if (!seen) return null;
        return id === String(version) ? 'same' : { id: String(version), json: `{"version":${version}}` };
      };
      return circleMessages({ watch, circleAfter, mayGoOn: async () => good, lastEventId, heartbeatMs });
    };
    const change = () => {
      version += 1;
      view.touch('h-1');
    };
    return { view, watchers, follow, change, hide: () => void (seen = false), expire: () => void (good = false) };
  };
  const next = async (messages: AsyncGenerator<string, void, undefined>) => (await messages.next()).value;

  it('begin with how long to wait before connecting again, then the present circle', async () => {
    const messages = setup().follow();
    expect(await next(messages)).toBe('retry: 2000\n\n');
    expect(await next(messages)).toBe('id: 1\nevent: circle\ndata: {"version":1}\n\n');
  });

  it('leave out the circle that the reader has', async () => {
    const { follow, change } = setup();
    const messages = follow('1');
    await next(messages);
    const later = next(messages);
    change();
    expect(await later).toContain('id: 2\n');
  });

  it('tell of many changes at once by the newest circle', async () => {
    const { follow, change } = setup();
    const messages = follow();
    await next(messages);
    await next(messages);
    for (let n = 0; n < 5; n += 1) change();
    expect(await next(messages)).toContain('id: 6\n');
  });

  it('give a sign of life when nothing changes', async () => {
    const messages = setup().follow('1', 1);
    await next(messages);
    expect(await next(messages)).toBe(': nothing new\n\n');
  });

  it('look again when it is not known what changed', async () => {
    const { follow, view, change } = setup();
    const messages = follow('1');
    await next(messages);
    const later = next(messages);
    view.touch('h-2');
    change();
    view.touchSomething();
    expect(await later).toContain('id: 2\n');
  });

  it.each(['hide', 'expire'] as const)('end when it is no longer the reader\'s: %s', async (how) => {
    const parts = setup();
    const messages = parts.follow('1');
    await next(messages);
    parts[how]();
    parts.change();
    expect((await messages.next()).done).toBe(true);
    expect(parts.watchers.count).toBe(0);
  });

  it('end when the server closes, and no one listens any more', async () => {
    const { follow, watchers, view } = setup();
    const messages = follow('1');
    await next(messages);
    const last = messages.next();
    watchers.close();
    expect((await last).done).toBe(true);
    expect(view.listeners.size).toBe(0);
  });
});
