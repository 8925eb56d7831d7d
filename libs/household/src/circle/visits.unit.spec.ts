import { describe, expect, it } from '@jest/globals';
import type { HouseholdEvent } from '../event.ts';
import { told } from '../testing/events.ts';
import { given } from '../testing/given.ts';
import { jointVisit, started, visitCancelled, visitMoved, visitPlanned } from '../testing/story.ts';

const morning = (partner: string, id: string, from: string, to: string, day = '2026-03-10') => visitPlanned(partner, '2026-03-01', id, `${day}T${from}:00Z`, `${day}T${to}:00Z`);
const completed = told('omring', '2026-03-10T10:00:00Z', 'nl.kring.visits.completed.v1', { visitId: 'v-1' });

describe('a visit', () => {
  const plan = morning('omring', 'v-1', '09:00', '10:00');

  it('is planned for a slot, in UTC whatever it came in', () =>
    given(visitPlanned('omring', '2026-03-01', 'v-1', '2026-03-10T10:00:00+01:00', '2026-03-10T11:00:00+01:00')).at('2026-03-02').then({ visits: [{ startsAt: '2026-03-10T09:00:00.000Z', endsAt: '2026-03-10T10:00:00.000Z', state: 'planned' }] }));

  it('is moved, cancelled and completed', () => {
    given(plan, visitMoved('omring', '2026-03-02', 'v-1', '2026-03-11T09:00:00Z', '2026-03-11T10:00:00Z')).at('2026-03-03').then({ visits: [{ startsAt: '2026-03-11T09:00:00Z', state: 'planned' }] });
    given(plan, visitCancelled('omring', '2026-03-02', 'v-1')).at('2026-03-03').then({ visits: [{ state: 'cancelled' }] });
    given(plan, completed).at('2026-03-11').then({ visits: [{ state: 'completed' }] });
  });

  it('that was never planned cannot be moved, cancelled, completed or agreed', () =>
    given(visitMoved('omring', '2026-03-02', 'v-1', '2026-03-11T09:00:00Z', '2026-03-11T10:00:00Z'), completed, jointVisit('omring', '2026-03-03', [['omring', 'v-1'], ['noordermaat', 'v-9']], '2026-03-11T09:00:00Z', '2026-03-11T10:00:00Z'))
      .at('2026-03-12')
      .then({ visits: [] }));

  it('stands in the order of the slots', () => {
    const { circle } = given(morning('omring', 'v-2', '11:00', '12:00'), plan).at('2026-03-02');
    expect(circle.visits.map(({ visitId }) => visitId)).toEqual(['v-1', 'v-2']);
  });

  it('leaves the circle some months after it', () => {
    given(plan).at('2026-06-10').then({ visits: [{ visitId: 'v-1' }] });
    expect(given(plan).at('2026-06-10').changesAt).toBe('2026-06-10T22:00:00.000Z');
    given(plan).at('2026-06-11').then({ visits: [] });
  });

  it('of an organisation that is only involved hidden is hidden too', () => {
    given(started('politie', '2026-02-01', 'i-1', { sensitivity: 'hidden' }), morning('politie', 'v-1', '09:00', '10:00')).at('2026-03-02').then({ visits: [{ sensitivity: 'hidden' }] });
    given(started('politie', '2026-02-01', 'i-1', { sensitivity: 'hidden' }), started('politie', '2026-02-01', 'i-2'), morning('politie', 'v-1', '09:00', '10:00')).at('2026-03-02').then({ visits: [{ sensitivity: 'normal' }] });
  });
});

describe('visits that collide', () => {
  const collidesWith = (...events: HouseholdEvent[]): string[][] => given(...events).at('2026-03-02').circle.visits.map((visit) => visit.collidesWith);
  const first = morning('omring', 'v-1', '09:00', '09:30');

  it('start within an hour of each other, the hour itself included', () => {
    expect(collidesWith(first, morning('noordermaat', 'v-2', '10:00', '10:30'))).toEqual([['v-2'], ['v-1']]);
    expect(collidesWith(first, morning('noordermaat', 'v-2', '10:01', '10:30'))).toEqual([[], []]);
  });

  it('overlap, however far apart they start', () => {
    expect(collidesWith(morning('omring', 'v-1', '09:00', '11:01'), morning('noordermaat', 'v-2', '11:00', '12:00'))).toEqual([['v-2'], ['v-1']]);
    expect(collidesWith(morning('omring', 'v-1', '09:00', '11:00'), morning('noordermaat', 'v-2', '11:00', '12:00'))).toEqual([[], []]);
  });

  it('are of more than two organisations on one local day', () => {
    const spread = [morning('omring', 'v-1', '06:00', '06:30'), morning('noordermaat', 'v-2', '12:00', '12:30')];
    expect(collidesWith(...spread, morning('mee-drenthe', 'v-3', '22:30', '22:45'))).toEqual([['v-2', 'v-3'], ['v-1', 'v-3'], ['v-1', 'v-2']]);
    expect(collidesWith(...spread, morning('mee-drenthe', 'v-3', '23:30', '23:45'))).toEqual([[], [], []]);
    expect(collidesWith(...spread, morning('omring', 'v-3', '18:00', '18:30'))).toEqual([[], [], []]);
  });

  it('are of different organisations', () => expect(collidesWith(first, morning('omring', 'v-2', '09:00', '10:00'))).toEqual([[], []]));

  it('collide no longer once one is moved, cancelled, over, or agreed to be joint', () => {
    const second = morning('noordermaat', 'v-2', '09:10', '10:00');
    expect(collidesWith(first, second, visitMoved('omring', '2026-03-01T13:00:00Z', 'v-1', '2026-03-12T09:00:00Z', '2026-03-12T10:00:00Z'))).toEqual([[], []]);
    expect(collidesWith(first, second, visitCancelled('omring', '2026-03-01T13:00:00Z', 'v-1'))).toEqual([[], []]);
    expect(collidesWith(first, second, jointVisit('omring', '2026-03-01T13:00:00Z', [['omring', 'v-1'], ['noordermaat', 'v-2']], '2026-03-10T09:00:00Z', '2026-03-10T10:00:00Z'))).toEqual([[], []]);
    expect(given(first, second).at('2026-03-10T09:29:59Z').circle.visits.map((visit) => visit.collidesWith)).toEqual([['v-2'], ['v-1']]);
    expect(given(first, second).at('2026-03-10T09:30:00Z').circle.visits.map((visit) => visit.collidesWith)).toEqual([[], []]);
  });

  it('are joint no longer when one organisation moves away from what was agreed', () => {
    const joint = jointVisit('omring', '2026-03-01T13:00:00Z', [['omring', 'v-1'], ['noordermaat', 'v-2']], '2026-03-10T09:00:00Z', '2026-03-10T10:00:00Z');
    const story = given(first, morning('noordermaat', 'v-2', '09:10', '10:00'), joint, visitMoved('omring', '2026-03-01T14:00:00Z', 'v-1', '2026-03-12T09:00:00Z', '2026-03-12T10:00:00Z'));
    story.at('2026-03-02').then({ visits: [{ visitId: 'v-2', state: 'joint' }, { visitId: 'v-1', state: 'planned' }] });
  });

  it('take no notice of hidden visits, which a collision would give away', () =>
    expect(collidesWith(first, visitPlanned('politie', '2026-03-01', 'v-2', '2026-03-10T09:00:00Z', '2026-03-10T10:00:00Z', { sensitivity: 'hidden' }))).toEqual([[], []]));
});
