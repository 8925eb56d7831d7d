import { describe, expect, it } from '@jest/globals';
import type { RecordedEvent } from '@kring/event-store';
import { householdEventOf, householdIdsIn, sealedBoxOf } from './household-event.ts';

const stored = (changes: Partial<RecordedEvent> = {}, metadata: RecordedEvent['metadata'] = {}): RecordedEvent => ({
  id: '00000000-0000-4000-8000-000000000001',
  type: 'nl.kring.supporters.added.v1',
  stream: 'de-woonschakel-h-1',
  revision: 0,
  position: '0000000000000007',
  recordedAt: '2026-06-01T12:00:00.000Z',
  data: { household: { householdId: 'h-1' }, supporterId: 's-1' },
  metadata: { id: 'e-1', source: 'urn:w', partner: 'de-woonschakel', subject: 'h-1', time: '2026-05-02T00:00:00Z', occurredAt: '2026-05-01T09:00:00.123456+02:00', personal: ['/label'], box: 'sealed', ...metadata },
  ...changes,
});

describe('a stored event as the domain folds it', () => {
  it('is about the household and by the partner that its stream is named after', () => {
    expect(householdEventOf(stored())).toEqual({
      uuid: '00000000-0000-4000-8000-000000000001', id: 'e-1', type: 'nl.kring.supporters.added.v1', partner: 'de-woonschakel', householdId: 'h-1', position: '0000000000000007',
      recordedAt: '2026-06-01T12:00:00.000Z', occurredAt: '2026-05-01T09:00:00.123456+02:00', source: 'urn:w', sequence: null, data: stored().data, personal: ['/label'],
    });
    expect(sealedBoxOf(stored())).toEqual({ type: 'nl.kring.supporters.added.v1', box: 'sealed' });
  });

  it.each(['access-h-1', 'unresolved-de-woonschakel', 'de-woonschakel.activity-a-1', 'de-woonschakel-h-2'])('is none when it stands in %s', (stream) => {
    expect(householdEventOf(stored({ stream }))).toBeNull();
  });

  it('takes the numbering as a number, however it was written', () => {
    expect([3, '3', ''].map((sequence) => householdEventOf(stored({}, { sequence }))?.sequence)).toEqual([3, 3, null]);
  });

  it('happened when it was published or recorded, where nothing better is said', () => {
    expect(householdEventOf(stored({}, { occurredAt: 'yesterday' }))?.occurredAt).toBe('2026-05-02T00:00:00Z');
    expect(householdEventOf(stored({}, { occurredAt: null, time: null }))?.occurredAt).toBe('2026-06-01T12:00:00.000Z');
  });
});

describe('the households that an event names', () => {
  const named = (type: string, data: RecordedEvent['data']) => {
    const event = householdEventOf(stored({ type, data }));
    return event && householdIdsIn(event);
  };

  it('are those that were merged or split as well', () => {
    expect(named('nl.kring.households.merged.v1', { from: ['h-2', 'h-3'] })).toEqual(['h-1', 'h-2', 'h-3']);
    expect(named('nl.kring.households.split.v1', { into: [{ householdId: 'h-4', members: [] }, null, 7] })).toEqual(['h-1', 'h-4']);
  });

  it('are only its own where it does not say who is one household', () => {
    expect(named('nl.kring.supporters.added.v1', { from: ['h-2'] })).toEqual(['h-1']);
  });
});
