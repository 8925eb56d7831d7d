import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { HouseholdEvent } from '../event.ts';
import { rulesWith } from '../rules/default-rules.ts';
import { everyType, history } from '../testing/arbitrary.ts';
import { household, recorded, told } from '../testing/events.ts';
import { ended, registered, signalAnswered, signalForwarded, signalRaised, started, visitPlanned } from '../testing/story.ts';
import { sentenceOf } from './sentence.ts';
import { timelineOf, type TimelineEntry } from './timeline-of.ts';

const at = { householdId: household, asOf: '2027-01-01T00:00:00Z', knownAt: '2027-01-01T00:00:00Z' };
const rules = rulesWith({ partners: { 'mee-drenthe': { name: 'MEE Drenthe', sensitivity: 'normal' } } });
const timeline = (...events: HouseholdEvent[]): TimelineEntry[] => timelineOf(recorded(events), at, rules);

describe('the timeline of a household', () => {
  it('tells what happened, newest first, each in a sentence', () => {
    const entries = timeline(registered('2026-01-01'), started('omring', '2026-02-01', 'i-1'), ended('omring', '2026-03-01', 'i-1'));
    expect(entries.map(({ text }) => text.nl)).toEqual([
      'Betrokkenheid beëindigd: afgerond.',
      'Betrokkenheid begonnen: maatschappelijk werker, zorg, basisteam.',
      'Huishouden geregistreerd.',
    ]);
    expect(entries[1]).toMatchObject({
      at: '2026-02-01T12:00:00.000Z',
      learnedAt: null,
      type: 'nl.kring.involvements.started.v1',
      organisation: 'omring',
      subject: 'i-1',
      sensitivity: 'normal',
    });
  });

  it('names the organisation that something goes to, and says a visit in local time', () => {
    const entries = timeline(
      signalForwarded('omring', '2026-02-02', 'g-1', 'mee-drenthe'),
      visitPlanned('omring', '2026-02-03', 'v-1', '2026-07-01T08:00:00Z', '2026-07-01T09:00:00Z'),
    );
    expect(entries.map(({ text }) => text.en)).toEqual(['Visit planned: 2026-07-01 at 10:00.', 'Signal forwarded: to MEE Drenthe.']);
  });

  it('says when something was learned later than it happened, and stops at what was known', () => {
    const late = started('omring', '2026-02-01', 'i-1', { envelope: { recordedAt: '2026-02-20T12:00:00.000Z' } });
    expect(timeline(late)).toMatchObject([{ learnedAt: '2026-02-20T12:00:00.000Z' }]);
    expect(timelineOf(recorded([late]), { ...at, knownAt: '2026-02-10T00:00:00Z' })).toEqual([]);
    expect(timelineOf(recorded([late]), { ...at, asOf: '2026-01-10T00:00:00Z' })).toEqual([]);
  });

  it('tells a thing once, however often it was delivered', () => {
    const event = started('omring', '2026-02-01', 'i-1');
    expect(timelineOf([...recorded([event]), ...recorded([event])], at)).toHaveLength(1);
  });

  it('keeps the end of a hidden involvement, and the answer to a hidden signal, as hidden as their start', () => {
    const involvement = [started('politie', '2026-02-01', 'i-1', { sensitivity: 'hidden' }), started('politie', '2026-02-02', 'i-2'), ended('politie', '2026-03-01', 'i-1')];
    expect(timeline(...involvement).map(({ sensitivity }) => sensitivity)).toEqual(['hidden', 'normal', 'hidden']);
    const signal = [signalRaised('politie', '2026-02-01', 'g-1', { sensitivity: 'hidden' }), signalAnswered('omring', '2026-02-02', 'g-1')];
    expect(timeline(...signal).map(({ sensitivity }) => sensitivity)).toEqual(['hidden', 'hidden']);
  });

  it('leaves out who looked: that is in the access log', () => {
    const viewed = { ...told('hub', '2026-02-01', 'nl.kring.matches.acknowledged.v1', { matchId: 'm-1' }), type: 'nl.kring.access.household-viewed.v1' };
    expect(timeline(viewed)).toEqual([]);
    expect(timeline({ ...viewed, type: 'nl.kring.unheard-of.v1' })).toEqual([]);
  });

  it('has a sentence for every event, in both languages', () =>
    fc.assert(
      fc.property(history(), (events) => {
        for (const { type, data } of events) {
          const sentence = sentenceOf(type, data, rules);
          for (const text of [sentence?.nl, sentence?.en]) expect(text).toMatch(/^\S.*\.$/u);
          expect(JSON.stringify(sentence)).not.toContain('undefined');
        }
        expect(everyType).toContain(events[0]?.type);
      }),
      { numRuns: 100 },
    ));
});
