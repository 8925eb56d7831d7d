import { describe, expect, it } from '@jest/globals';
import { given } from '../testing/given.ts';
import { assigned, ended, registered, released, signalAnswered, signalRaised, started, supporterAdded, supporterRemoved } from '../testing/story.ts';

describe('the circle of a household', () => {
  const family = registered('2026-01-05');

  it('is registered once the municipality says so, and provisional before', () => {
    given(family).at('2026-01-06').then({ state: 'registered', area: 'de-lariks', coordinator: { organisation: 'gemeente-assen' }, members: [{ personId: 'p_1', certainty: 'registered' }] });
    given(family).at('2026-01-04').then({ state: 'provisional', area: '', members: [], coordinator: null });
  });

  it('refers to the box that holds a name, never to the name', () => {
    const { circle } = given(family).at('2026-01-06');
    expect(circle.members[0]?.name).toEqual({ box: family.uuid, pointer: '/members/0/name' });
    expect(circle.address).toEqual({ sealed: { box: family.uuid, pointer: '/address' }, masked: false });
  });

  it('shows an involvement while it runs and keeps it when it has ended', () => {
    const story = given(family, started('omring', '2026-02-01', 'i-1'), ended('omring', '2026-03-01', 'i-1'));
    story.at('2026-02-10').then({ involvements: [{ involvementId: 'i-1', state: 'active', until: null }] });
    story.at('2026-03-02').then({ involvements: [{ state: 'ended', until: '2026-03-01T12:00:00.000Z', endReason: 'completed' }] });
  });

  it('says nothing of an end whose start is not known, and gets it right when the start is told later', () => {
    const end = ended('omring', '2026-03-01', 'i-1');
    given(end).at('2026-03-02').then({ involvements: [] });
    const lateStart = started('omring', '2026-02-01', 'i-1', { envelope: { recordedAt: '2026-03-05T12:00:00.000Z' } });
    given(end, lateStart).at('2026-03-06').then({ involvements: [{ state: 'ended', learnedAt: '2026-03-05T12:00:00.000Z' }] });
  });

  it('tells the contact person, and none once released', () => {
    const story = given(family, assigned('noordermaat', '2026-02-01'), released('noordermaat', '2026-03-01'));
    story.at('2026-02-02').then({ contactPerson: { organisation: 'noordermaat', professional: { id: 'w-noordermaat' } } });
    story.at('2026-03-02').then({ contactPerson: null });
  });

  it('keeps a supporter with the day until which there was one', () => {
    const story = given(supporterAdded('noordermaat', '2026-02-01', 's-1'), supporterRemoved('omring', '2026-04-01', 's-1'));
    story.at('2026-02-02').then({ supporters: [{ supporterId: 's-1', until: null }] });
    story.at('2026-04-02').then({ supporters: [{ until: '2026-04-01T12:00:00.000Z' }] });
  });

  it('lets the addressee answer a signal by the id of its raiser', () =>
    given(signalRaised('omring', '2026-02-02', 'g-1', { addressedTo: 'noordermaat' }), signalAnswered('noordermaat', '2026-02-03', 'g-1'))
      .at('2026-02-04')
      .then({ signals: [{ state: 'answered', outcome: 'taken-up', raisedBy: 'omring', dueBy: '2026-02-09T23:00:00.000Z' }] }));

  it('raises A01 as soon as two organisations are active without a contact person', () => {
    const story = given(family, started('omring', '2026-02-02', 'i-1'), started('noordermaat', '2026-02-04', 'i-2'));
    expect(story.at('2026-02-03').alerts('A01')).toEqual([]);
    expect(story.at('2026-02-05').alerts('A01')).toMatchObject([{ severity: 'warning', since: '2026-02-04T12:00:00.000Z', organisations: ['omring', 'noordermaat'] }]);
    expect(story.at('2026-02-05').changesAt).toBe('2026-02-11T23:00:00.000Z');
    expect(story.at('2026-02-12').alerts('A01')).toMatchObject([{ severity: 'urgent' }]);
  });
});
