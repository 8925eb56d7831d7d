import { describe, expect, it } from '@jest/globals';
import { answered, assigned, ended, explored, household, informed, registered, signalled, started, told } from '../testing/household-told.ts';
import { follow, type Followed } from '../testing/follow-changes.ts';
import { wholeSight } from '../testing/whole-sight.ts';
import type { ReplayEntry, Sight } from './entry.ts';
import { replay, type ReplayAsked } from './replay.ts';

const until = '2026-12-31T00:00:00.000Z';
const story = household(told(
  registered('2026-01-05'),
  started('noordermaat', '2026-02-02'),
  informed('noordermaat', '2026-02-03'),
  started('mee-drenthe', '2026-03-02', {}, { recordedAt: '2026-03-04T02:00:00.000Z' }),
  informed('mee-drenthe', '2026-03-05'),
  explored('noordermaat', '2026-03-06'),
  signalled('noordermaat', '2026-03-09'),
  assigned('noordermaat', '2026-04-01'),
  answered('noordermaat', '2026-04-02'),
  ended('mee-drenthe', '2026-05-01'),
));
const ask = (asked: Partial<ReplayAsked> = {}, sight: Sight = wholeSight) => replay(story, sight, { order: 'forwards', until, limit: 500, ...asked });
const inShort = ({ kind, recordedAt, type, alertsRaised, alertsCleared }: ReplayEntry): string =>
  [kind, recordedAt.slice(0, 10), type?.replace(/^nl\.kring\.|\.v1$/g, '') ?? '', ...alertsRaised.map(({ code }) => `+${code}`), ...alertsCleared.map(({ code }) => `-${code}`)].filter((word) => word !== '').join(' ');
const pages = (order: ReplayAsked['order'], limit: number): ReplayEntry[] => {
  const found: ReplayEntry[] = [];
  for (let after: string | undefined; ; ) {
    const { entries, next } = ask({ order, limit, after });
    found.push(...entries);
    if (next === null) return found;
    after = next;
  }
};

describe('the replay of a household', () => {
  it('tells event by event what changed, and in between what time alone brought about', () => {
    expect(ask({ until: '2026-04-30T00:00:00.000Z' }).entries.map(inShort)).toEqual([
      'event 2026-01-05 households.registered',
      'event 2026-02-02 involvements.started',
      'event 2026-02-03 residents.informed',
      'event 2026-03-04 involvements.started +A01',
      'event 2026-03-05 residents.informed',
      'event 2026-03-06 own-strength.explored',
      'event 2026-03-09 signals.raised',
      'time 2026-03-09',
      'time 2026-03-16 +A04',
      'event 2026-04-01 contact-persons.assigned -A01',
      'event 2026-04-02 signals.answered -A04',
      'time 2026-04-13 +A18',
      'time 2026-04-29 +A08',
    ]);
  });

  it('says when an event happened and when the hub had it', () => {
    expect(ask().entries.find(({ organisation }) => organisation === 'mee-drenthe')).toMatchObject({
      occurredAt: '2026-03-02T12:00:00.000Z', recordedAt: '2026-03-04T02:00:00.000Z', id: 'e-4', subject: 'i-mee-drenthe', text: { nl: expect.stringMatching(/\.$/) },
      changes: [{ section: 'involvements', key: 'mee-drenthe/i-mee-drenthe', change: 'added' }],
    });
  });

  it('says that an alert became urgent while it stood', () => {
    expect(ask().entries.find(({ alertsChanged }) => alertsChanged.length > 0)).toMatchObject({ kind: 'time', alertsChanged: [{ code: 'A01', severity: 'urgent' }] });
  });

  it.each([1, 2, 3, 7])('is the same in pages of %i, forwards and backwards', (limit) => {
    const whole = ask().entries;
    expect(pages('forwards', limit)).toEqual(whole);
    expect(pages('backwards', limit)).toEqual(whole.toReversed());
  });

  it('begins at a position and ends at an instant', () => {
    const from = story.history[3]?.position ?? '';
    expect(ask({ from, until: '2026-03-05T23:00:00.000Z' }).entries.map(({ id }) => id)).toEqual(['e-4', 'e-5']);
    expect(ask({ from, until: '2026-03-05T23:00:00.000Z', order: 'backwards' }).entries.map(({ id }) => id)).toEqual(['e-5', 'e-4']);
  });

  it('lets someone who only follows the changes know the circle, and go back to where it began', () => {
    const { entries } = ask();
    const nothing: Followed = new Map();
    const states = [nothing];
    for (const { changes } of entries) states.push(follow(states.at(-1) ?? nothing, changes, 'forwards'));
    expect(states.at(-1)?.get('involvements/mee-drenthe/i-mee-drenthe')).toMatchObject({ state: 'ended', until: '2026-05-01T12:00:00.000Z' });
    let state = states.pop() ?? nothing;
    for (const { changes } of entries.toReversed()) {
      state = follow(state, changes, 'backwards');
      expect(Object.fromEntries(state)).toEqual(Object.fromEntries(states.pop() ?? nothing));
    }
    expect(state.size).toBe(0);
  });

  it('keeps from a reader what the reader may not see, and says so where it changed what the reader sees', () => {
    const sight: Sight = {
      circle: ({ involvements, residentInformed, ...circle }) => ({
        ...circle, involvements: involvements.filter(({ organisation }) => organisation !== 'mee-drenthe'), residentInformed: residentInformed.filter(({ organisation }) => organisation !== 'mee-drenthe'),
      }),
      event: ({ organisation }) => organisation !== 'mee-drenthe',
      told: ({ type, organisation, text }) => ({ organisation: type.includes('signals') ? null : organisation, text }),
    };
    const { entries } = ask({}, sight);
    expect(entries.filter(({ kind }) => kind === 'withheld').map(inShort)).toEqual(['withheld 2026-03-04 +A01']);
    expect(JSON.stringify(entries.map(({ changes, id, type, organisation }) => ({ changes, id, type, organisation })))).not.toContain('mee-drenthe');
    expect(entries.filter(({ type }) => type?.includes('signals')).map(({ organisation }) => organisation)).toEqual([null, null]);
  });

  it('shows what another household turned out to be when that was told, and not before', () => {
    const merged = household(told(
      registered('2026-01-05'),
      started('omring', '2026-02-02', {}, { householdId: 'h-2' }),
      { partner: 'gemeente-assen', type: 'nl.kring.households.merged.v1', occurredAt: '2026-03-02T12:00:00.000Z', data: { from: ['h-2'] } },
    ));
    const { entries } = replay(merged, wholeSight, { order: 'forwards', until: '2026-03-03T00:00:00.000Z', limit: 500 });
    expect(entries.map(({ type, changes }) => [type?.split('.')[3], changes.map(({ section, key }) => `${section} ${key}`)])).toEqual([
      ['registered', ['household ', 'coordinator ', 'members p_1']], ['started', []], ['merged', ['involvements omring/i-omring']],
    ]);
  });
});
