import { describe, expect, it } from '@jest/globals';
import { agoText, dayOf, daysBetween, endOfDay, relativeDay, sinceText } from './dates.ts';

const today = '2026-03-12T09:30:00Z';

describe('a date on the page', () => {
  it('is the local day in the Netherlands, not of the device', () => {
    expect(dayOf('2026-03-11T23:30:00Z')).toBe('2026-03-12');
  });

  it('counts local days over the change to summer time', () => {
    expect(daysBetween('2026-03-28T22:30:00Z', '2026-03-29T21:30:00Z')).toBe(1);
  });

  it('is a word when it is near', () => {
    expect(['2026-03-12T18:00:00Z', '2026-03-13T08:00:00Z', '2026-03-11T08:00:00Z', '2026-03-02T08:00:00Z'].map((at) => relativeDay(at, today)))
      .toEqual(['vandaag', 'morgen', 'gisteren', '10 dagen geleden']);
  });

  it('tells how long ago something was in the largest whole unit', () => {
    expect(['2026-03-12T09:29:30Z', '2026-03-12T09:00:00Z', '2026-03-12T06:00:00Z', '2026-03-11T20:00:00Z'].map((at) => agoText(at, today)))
      .toEqual(['zojuist', '30 minuten geleden', '3 uur geleden', 'gisteren']);
  });

  it('tells how long something lasts', () => {
    expect(['2026-03-12T08:00:00Z', '2026-03-11T08:00:00Z', '2026-03-05T08:00:00Z', '2026-01-05T08:00:00Z'].map((at) => sinceText(at, today)))
      .toEqual(['sinds vandaag', 'sinds gisteren', 'al 7 dagen', 'sinds 5 jan 2026']);
  });

  it('ends at midnight in the Netherlands, in winter, in summer and on the day between', () => {
    expect(['2026-01-10', '2026-07-10', '2026-03-29', '2026-10-25'].map(endOfDay)).toEqual([
      '2026-01-10T22:59:59.999Z', '2026-07-10T21:59:59.999Z', '2026-03-29T21:59:59.999Z', '2026-10-25T22:59:59.999Z',
    ]);
  });
});
