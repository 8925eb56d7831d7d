import { describe, expect, it } from '@jest/globals';
import type { HouseholdEvent } from '../event.ts';
import { rulesWith } from '../rules/default-rules.ts';
import { given } from '../testing/given.ts';
import { assigned, jointVisit, visitCancelled, visitMoved, visitPlanned } from '../testing/story.ts';

const visit = (partner: string, planned: string, id: string, from: string, to: string, day = '2026-10-20'): HouseholdEvent => visitPlanned(partner, planned, id, `${day}T${from}:00Z`, `${day}T${to}:00Z`);

describe('A07, visits that collide', () => {
  const first = visit('omring', '2026-10-01', 'v-1', '09:00', '09:30');
  const second = visit('de-woonschakel', '2026-10-05', 'v-2', '10:00', '10:30');

  it('is raised once both visits are planned within an hour', () => {
    const story = given(first, second);
    expect(story.at('2026-10-04').alerts('A07')).toEqual([]);
    expect(story.at('2026-10-06').alerts('A07')).toMatchObject([
      { name: 'visits-collide', severity: 'warning', since: '2026-10-05T12:00:00.000Z', organisations: ['omring', 'de-woonschakel'], actor: 'each-involved', because: [first.id, second.id], threshold: '60 minutes, 2 organisations a day' },
    ]);
  });

  it('is not raised a minute further apart', () => expect(given(first, visit('de-woonschakel', '2026-10-05', 'v-2', '10:01', '10:30')).at('2026-10-06').alerts('A07')).toEqual([]));

  it('is for the contact person where there is one', () => expect(given(assigned('ons-stede-broec', '2026-09-01'), first, second).at('2026-10-06').alerts('A07')).toMatchObject([{ actor: 'ons-stede-broec' }]));

  it('is cleared when a visit is moved, cancelled or made joint, or once the first is over', () => {
    expect(given(first, second, visitMoved('omring', '2026-10-06', 'v-1', '2026-10-21T09:00:00Z', '2026-10-21T09:30:00Z')).at('2026-10-07').alerts('A07')).toEqual([]);
    expect(given(first, second, visitCancelled('de-woonschakel', '2026-10-06', 'v-2')).at('2026-10-07').alerts('A07')).toEqual([]);
    expect(given(first, second, jointVisit('omring', '2026-10-06', [['omring', 'v-1'], ['de-woonschakel', 'v-2']], '2026-10-20T09:00:00Z', '2026-10-20T10:00:00Z')).at('2026-10-07').alerts('A07')).toEqual([]);
    expect(given(first, second).at('2026-10-20T09:29:59Z').changesAt).toBe('2026-10-20T09:30:00.000Z');
    expect(given(first, second).at('2026-10-20T09:30:00Z').alerts('A07')).toEqual([]);
  });

  it('begins when a visit is moved to where it collides', () =>
    expect(given(first, visit('de-woonschakel', '2026-10-05', 'v-2', '15:00', '16:00'), visitMoved('de-woonschakel', '2026-10-08', 'v-2', '2026-10-20T09:15:00Z', '2026-10-20T10:15:00Z')).at('2026-10-09').alerts('A07')).toMatchObject([
      { since: '2026-10-08T12:00:00.000Z' },
    ]));

  it('is raised when a third organisation comes on the same day, since that was planned', () => {
    const spread = [visit('omring', '2026-10-01', 'v-1', '07:00', '07:30'), visit('de-woonschakel', '2026-10-02', 'v-2', '12:00', '12:30')];
    expect(given(...spread).at('2026-10-06').alerts('A07')).toEqual([]);
    expect(given(...spread, visit('ons-stede-broec', '2026-10-05', 'v-3', '18:00', '18:30')).at('2026-10-06').alerts('A07')).toMatchObject([{ since: '2026-10-05T12:00:00.000Z', organisations: ['omring', 'de-woonschakel', 'ons-stede-broec'] }]);
  });

  it('is one alert for visits that hang together, and another for another day', () => {
    const nextWeek = [visit('omring', '2026-10-02', 'v-3', '09:00', '10:00', '2026-10-27'), visit('de-woonschakel', '2026-10-02', 'v-4', '09:00', '10:00', '2026-10-27')];
    expect(given(first, second, ...nextWeek).at('2026-10-06').alerts('A07')).toMatchObject([{ since: '2026-10-05T12:00:00.000Z' }, { since: '2026-10-02T12:00:00.000Z' }]);
  });

  it('follows the region in how close and how many', () => {
    expect(given(first, second).at('2026-10-06', { rules: rulesWith({ thresholds: { A07: { within: 30 } } }) }).alerts('A07')).toEqual([]);
    expect(given(visit('omring', '2026-10-01', 'v-1', '07:00', '07:30'), second).at('2026-10-06', { rules: rulesWith({ thresholds: { A07: { organisationsPerDay: 1 } } }) }).alerts('A07')).toHaveLength(1);
  });

  it('tells the day and what to do', () => {
    const [alert] = given(first, second).at('2026-10-06').alerts('A07');
    expect(alert?.message.nl).toContain('Op 20 oktober 2026 komen omring en de-woonschakel binnen 60 minuten');
    expect(alert?.message.en).toContain('move one, or go together');
  });
});
