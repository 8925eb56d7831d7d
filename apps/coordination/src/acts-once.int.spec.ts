import { describe, expect, it } from '@jest/globals';
import { ActingHub, type Telling } from './testing/acting-hub.ts';
import { Crashed, Fuse } from './testing/fuse.ts';
import { answered, assigned, ended, matchClosed, merged, registered, released, signalled, started, visit } from './testing/tellings.ts';

/** What happens when: the clock is set, and the partners tell. */
type Chapter = { readonly at: string; readonly told: readonly (Telling | ((hub: ActingHub) => Telling))[] };

const openMatch = (hub: ActingHub): string => String(hub.said.findLast(({ type }) => type === 'matches.detected')?.data['matchId']);

/** Half a year of a household, with everything in it that the hub does by itself. */
const story: readonly Chapter[] = [
  { at: '2026-03-02T09:00:00.000Z', told: [registered(), started('omring'), signalled('de-woonschakel')] },
  { at: '2026-03-03T09:00:00.000Z', told: [started('mee')] },
  { at: '2026-03-04T09:00:00.000Z', told: [visit('omring', 'v-1', '2026-03-05T09:00:00.000Z'), visit('mee', 'v-2', '2026-03-05T09:30:00.000Z')] },
  { at: '2026-03-20T09:00:00.000Z', told: [answered('gemeente'), assigned('ons'), started('ons')] },
  { at: '2026-03-23T09:00:00.000Z', told: [(hub) => matchClosed('mee', openMatch(hub)), released('ons'), registered('h-2'), started('oggz', {}, { householdId: 'h-2' })] },
  { at: '2026-03-24T09:00:00.000Z', told: [merged('h-1', 'h-2'), ended('mee')] },
  { at: '2026-05-01T09:00:00.000Z', told: [assigned('omring')] },
  { at: '2026-07-01T09:00:00.000Z', told: [] },
];

const tell = async (hub: ActingHub, { at, told }: Chapter): Promise<void> => {
  hub.clock.set(at);
  for (const one of told) await hub.tell(typeof one === 'function' ? one(hub) : one);
};

/** Tells the story to a process that dies at a boundary, if it comes to it; what is left is done by the next. */
const livedThrough = async (fuse: Fuse): Promise<ActingHub> => {
  const hub = new ActingHub('2026-03-02T08:00:00.000Z');
  let running = hub.start(fuse);
  for (const chapter of story) {
    await tell(hub, chapter);
    try {
      await Promise.race([running.whenCaughtUp(), fuse.blown]);
    } catch (error) {
      expect(error).toBeInstanceOf(Crashed);
      await running.stop();
      running = hub.start();
      await running.whenCaughtUp();
    }
  }
  await running.stop();
  return hub;
};

describe('the hub that acts', () => {
  it('does the same, each thing once, wherever between two steps it falls over', async () => {
    const counting = new Fuse();
    const whole = await livedThrough(counting);
    expect(new Set(whole.said.map(({ id }) => id)).size).toBe(whole.said.length);
    expect(counting.boundaries).toBeGreaterThan(40);
    for (let boundary = 1; boundary <= counting.boundaries; boundary += 1) {
      const crashed = await livedThrough(new Fuse(boundary));
      expect({ boundary, said: crashed.said }).toEqual({ boundary, said: whole.said });
    }
  }, 120_000);

  it('says nothing more when all it keeps is lost and made again from the log', async () => {
    const hub = await livedThrough(new Fuse());
    const before = hub.said;
    hub.loseViews();
    await hub.actNow();
    expect(hub.said).toEqual(before);
  });

  it('does the same when all it keeps is lost between any two chapters', async () => {
    const whole = await livedThrough(new Fuse());
    for (let lostAt = 1; lostAt < story.length; lostAt += 1) {
      const hub = new ActingHub('2026-03-02T08:00:00.000Z');
      for (const [index, chapter] of story.entries()) {
        if (index === lostAt) hub.loseViews();
        await tell(hub, chapter);
        await hub.actNow();
      }
      expect({ lostAt, said: hub.said }).toEqual({ lostAt, said: whole.said });
    }
  });

  it('does nothing twice when a second process takes over while the first still runs', async () => {
    const whole = await livedThrough(new Fuse());
    const hub = new ActingHub('2026-03-02T08:00:00.000Z');
    const [first, second] = [hub.start(), hub.start()];
    for (const chapter of story) {
      await tell(hub, chapter);
      await Promise.allSettled([first.act(), second.whenCaughtUp()]);
    }
    expect(hub.said).toEqual(whole.said);
    await Promise.all([first.stop(), second.stop()]);
  });
});
