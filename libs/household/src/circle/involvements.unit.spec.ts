import { describe, expect, it } from '@jest/globals';
import { rulesWith } from '../rules/default-rules.ts';
import { by, given } from '../testing/given.ts';
import { changed, confirmed, contested, ended, started, supporterAdded } from '../testing/story.ts';

describe('an involvement', () => {
  const start = started('omring', '2026-02-01', 'i-1', { legalBasis: 'zvw' });

  it('says who is involved, in what, and why it is known', () =>
    given(start)
      .at('2026-02-02')
      .then({ involvements: [{ organisation: 'omring', role: 'social-worker', level: 'basic-team', domain: 'care', person: null, since: '2026-02-01T12:00:00.000Z', legalBasis: 'zvw', sensitivity: 'normal', learnedAt: null, because: [start.id] }] }));

  it('takes over what changed and keeps the rest', () => {
    const change = changed('omring', '2026-03-01', 'i-1', { level: 'specialist', by: 'w-other' });
    given(start, change).at('2026-03-02').then({ involvements: [{ level: 'specialist', domain: 'care', professional: { id: 'w-other' }, since: '2026-02-01T12:00:00.000Z', legalBasis: 'zvw', because: [start.id, change.id] }] });
  });

  it('rests on the basis that was told last', () => given(start, changed('omring', '2026-03-01', 'i-1', { legalBasis: 'wmo' })).at('2026-03-02').then({ involvements: [{ legalBasis: 'wmo' }] }));

  it('that ended neither changes nor ends again', () => {
    const story = given(start, ended('omring', '2026-03-01', 'i-1'), changed('omring', '2026-03-05', 'i-1', { level: 'specialist' }), ended('omring', '2026-03-09', 'i-1'));
    story.at('2026-03-10').then({ involvements: [{ level: 'basic-team', until: '2026-03-01T12:00:00.000Z' }] });
  });

  it('that starts again runs anew', () =>
    given(start, ended('omring', '2026-03-01', 'i-1'), started('omring', '2026-04-01', 'i-1')).at('2026-04-02').then({ involvements: [{ state: 'active', since: '2026-04-01T12:00:00.000Z', until: null, endReason: null }] }));

  it('that is told to start again while it runs is corrected, and runs since its first start', () =>
    given(start, started('omring', '2026-02-10', 'i-1', { domain: 'health' })).at('2026-02-11').then({ involvements: [{ domain: 'health', since: '2026-02-01T12:00:00.000Z' }] }));

  it('is its publisher’s own: the same id of another organisation is another involvement', () => {
    const { circle } = given(start, started('noordermaat', '2026-02-02', 'i-1'), ended('noordermaat', '2026-02-03', 'i-1')).at('2026-02-04');
    expect(circle.involvements.map(({ organisation, state }) => [organisation, state])).toEqual([['omring', 'active'], ['noordermaat', 'ended']]);
  });

  it('may be published for another organisation, which then answers for it', () => {
    const story = given(started('ons-stede-broec', '2026-02-01', 'i-1', { organisation: 'gemeente-stede-broec' }), ended('ons-stede-broec', '2026-03-01', 'i-1'));
    story.at('2026-03-02').then({ involvements: [{ organisation: 'gemeente-stede-broec', state: 'ended' }] });
  });

  it('is contested by the resident or the municipality, until its organisation confirms, changes or ends it', () => {
    const contest = contested('resident', '2026-03-01', 'i-1');
    const story = given(start, contest, confirmed('omring', '2026-03-10', 'i-1'));
    story.at('2026-03-02').then({ involvements: [{ state: 'contested', because: [start.id, contest.id] }] });
    story.at('2026-03-11').then({ involvements: [{ state: 'active', lastConfirmed: '2026-03-10T12:00:00.000Z' }] });
  });

  it('keeps what is hidden, marked as such, for the reader’s side to leave out', () =>
    given(started('politie', '2026-02-01', 'i-1', { sensitivity: 'hidden' })).at('2026-02-02').then({ involvements: [{ sensitivity: 'hidden' }], hiddenContacts: false }));

  it('is as sensitive as its partner usually is, where it does not say', () => {
    const rules = rulesWith({ partners: { politie: { name: 'Politie', sensitivity: 'brokered' } } });
    given(started('politie', '2026-02-01', 'i-1'), started('politie', '2026-02-02', 'i-2', { sensitivity: 'normal' }))
      .at('2026-02-03', { rules })
      .then({ involvements: [{ sensitivity: 'brokered' }, { sensitivity: 'normal' }] });
  });

  it('says when it was learned, where that was on a later local day than it happened', () => {
    const onTime = started('omring', '2026-02-01T09:00:00Z', 'i-1', { envelope: { recordedAt: '2026-02-01T22:59:59.000Z' } });
    const nextDay = started('omring', '2026-02-01T09:00:00Z', 'i-2', { envelope: { recordedAt: '2026-02-01T23:00:00.000Z' } });
    expect(by(given(onTime, nextDay).at('2026-02-02').circle.involvements, 'learnedAt')).toEqual([null, '2026-02-01T23:00:00.000Z']);
  });
});

describe('an involvement of an organisation that falls silent', () => {
  const start = started('omring', '2026-01-01', 'i-1');

  it('is stale after 183 days, and fresh again by any event of that organisation', () => {
    const story = given(start, supporterAdded('omring', '2026-08-01', 's-1'));
    story.at('2026-07-03T21:59:59Z').then({ involvements: [{ state: 'active' }] });
    expect(story.at('2026-07-03').changesAt).toBe('2026-07-03T22:00:00.000Z');
    story.at('2026-07-03T22:00:00Z').then({ involvements: [{ state: 'stale', until: null }] });
    story.at('2026-08-02').then({ involvements: [{ state: 'active' }] });
  });

  it('leaves the circle after five years of silence', () => {
    given(start).at('2030-12-31').then({ involvements: [{ state: 'stale' }] });
    given(start).at('2031-01-02').then({ involvements: [] });
  });
});
