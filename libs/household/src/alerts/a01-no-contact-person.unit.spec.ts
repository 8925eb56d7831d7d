import { describe, expect, it } from '@jest/globals';
import { rulesWith } from '../rules/default-rules.ts';
import { given } from '../testing/given.ts';
import { assigned, changed, ended, handedOver, registered, released, started } from '../testing/story.ts';

describe('A01, no contact person', () => {
  const omring = started('omring', '2026-10-01', 'i-1');
  const noordermaat = started('noordermaat', '2026-10-02', 'i-2');

  it('is raised at once when a second organisation becomes active, and not by one alone', () => {
    const story = given(omring, noordermaat);
    expect(story.at('2026-10-02T11:59:59Z').alerts('A01')).toEqual([]);
    expect(story.at('2026-10-02T12:00:00Z').alerts('A01')).toMatchObject([
      { name: 'no-contact-person', severity: 'warning', since: '2026-10-02T12:00:00.000Z', organisations: ['omring', 'noordermaat'], actor: 'omring', because: [omring.id, noordermaat.id], threshold: '2 organisations' },
    ]);
  });

  it('is not raised by two professionals of one organisation', () => expect(given(omring, started('omring', '2026-10-02', 'i-2')).at('2026-10-03').alerts('A01')).toEqual([]));

  it('counts involvements at neighbourhood level or above, not the own network', () => {
    expect(given(omring, started('noordermaat', '2026-10-02', 'i-2', { level: 'own-network' })).at('2026-10-03').alerts('A01')).toEqual([]);
    expect(given(omring, started('noordermaat', '2026-10-02', 'i-2', { level: 'neighbourhood' })).at('2026-10-03').alerts('A01')).toHaveLength(1);
    expect(given(omring, started('noordermaat', '2026-10-02', 'i-2', { level: 'own-network' }), changed('noordermaat', '2026-10-05', 'i-2', { level: 'specialist' })).at('2026-10-06').alerts('A01')).toMatchObject([{ since: '2026-10-05T12:00:00.000Z' }]);
  });

  it('turns urgent after five working days, over the weekend', () => {
    const story = given(omring, noordermaat);
    expect(story.at('2026-10-09T21:59:59Z').alerts('A01')).toMatchObject([{ severity: 'warning' }]);
    expect(story.at('2026-10-03').changesAt).toBe('2026-10-09T22:00:00.000Z');
    expect(story.at('2026-10-09T22:00:00Z').alerts('A01')).toMatchObject([{ severity: 'urgent', since: '2026-10-02T12:00:00.000Z' }]);
    expect(story.at('2026-10-09T22:00:00Z').alerts('A01')[0]?.message.nl).toContain('het duurt al langer dan 5 werkdagen');
  });

  it('leaves public holidays out of those days: from Maundy Thursday over Easter', () => {
    const story = given(started('omring', '2026-03-31', 'i-1'), started('noordermaat', '2026-04-02', 'i-2'));
    expect(story.at('2026-04-10').alerts('A01')).toMatchObject([{ severity: 'warning' }]);
    expect(story.at('2026-04-13T21:59:59Z').alerts('A01')).toMatchObject([{ severity: 'warning' }]);
    expect(story.at('2026-04-13T22:00:00Z').alerts('A01')).toMatchObject([{ severity: 'urgent' }]);
  });

  it('is cleared when a contact person is assigned, whoever it is', () => {
    const story = given(registered('2026-09-01'), omring, noordermaat, assigned('gemeente-assen', '2026-10-05'));
    expect(story.at('2026-10-04').alerts('A01')).toHaveLength(1);
    expect(story.at('2026-10-06').alerts('A01')).toEqual([]);
  });

  it('is cleared when fewer organisations remain', () => expect(given(omring, noordermaat, ended('omring', '2026-10-05', 'i-1')).at('2026-10-06').alerts('A01')).toEqual([]));

  it('begins again when the contact person is released, and that is a reason for it', () => {
    const release = released('omring', '2026-11-02');
    expect(given(omring, noordermaat, assigned('omring', '2026-10-05'), release).at('2026-11-03').alerts('A01')).toMatchObject([{ since: '2026-11-02T12:00:00.000Z', because: [omring.id, noordermaat.id, release.id] }]);
  });

  it('does not begin with a hand-over', () => expect(given(omring, noordermaat, assigned('omring', '2026-10-05'), handedOver('omring', '2026-10-06', 'w-omring', 'w-2', 'noordermaat')).at('2026-10-07').alerts('A01')).toEqual([]));

  it('has stood on while one organisation took the place of another without a day between', () => {
    const story = given(omring, noordermaat, started('mee-drenthe', '2026-10-10', 'i-3'), ended('omring', '2026-10-12', 'i-1'));
    expect(story.at('2026-10-13').alerts('A01')).toMatchObject([{ since: '2026-10-02T12:00:00.000Z', organisations: ['noordermaat', 'mee-drenthe'] }]);
  });

  it('began with what really happened, however late the hub heard of it', () => {
    const late = started('noordermaat', '2026-10-02', 'i-2', { envelope: { recordedAt: '2026-10-20T12:00:00.000Z' } });
    expect(given(omring, late).at('2026-10-21').alerts('A01')).toMatchObject([{ since: '2026-10-02T12:00:00.000Z', severity: 'urgent' }]);
    expect(given(omring, late).at('2026-10-15', { knownAt: '2026-10-15' }).alerts('A01')).toEqual([]);
  });

  it('counts hidden involvements, and never names them', () => {
    const hidden = started('politie', '2026-10-02', 'i-2', { sensitivity: 'hidden' });
    const [alert] = given(omring, hidden).at('2026-10-03').alerts('A01');
    expect(alert).toMatchObject({ organisations: ['omring'], because: [omring.id], actor: 'omring' });
    expect(JSON.stringify(alert)).not.toContain('politie');
  });

  it('says of brokered ones only that there is a partner', () => {
    const rules = rulesWith({ partners: { omring: { name: 'Omring', sensitivity: 'normal' }, oggz: { name: 'Oggz', sensitivity: 'brokered' } } });
    const [alert] = given(omring, started('oggz', '2026-10-02', 'i-2')).at('2026-10-03', { rules }).alerts('A01');
    expect(alert?.message.nl).toBe(
      'Er zijn 2 of meer organisaties actief (waaronder Omring en een partner die via de bemiddelaar te bereiken is) en dit huishouden heeft geen aanspreekpunt. Eén gezicht per gezin: Omring regelt wie dat wordt; na 5 werkdagen wordt dit urgent.',
    );
    expect(alert?.message.en).toContain('Omring and a partner that is reached through its broker');
  });

  it('is first for whoever is longest involved at basic-team', () =>
    expect(given(started('mee-drenthe', '2026-09-01', 'i-1', { level: 'specialist' }), noordermaat, started('omring', '2026-10-03', 'i-3')).at('2026-10-04').alerts('A01')).toMatchObject([{ actor: 'noordermaat' }]));

  it('follows the region in how many, from which level, how long and how severe', () => {
    const three = rulesWith({ thresholds: { A01: { organisations: 3 } } });
    expect(given(omring, noordermaat).at('2026-10-03', { rules: three }).alerts('A01')).toEqual([]);
    const higher = rulesWith({ thresholds: { A01: { fromLevel: 'specialist' } } });
    expect(given(omring, noordermaat).at('2026-10-03', { rules: higher }).alerts('A01')).toEqual([]);
    const sooner = rulesWith({ thresholds: { A01: { escalatesAfter: { workingDays: 1 } } } });
    expect(given(omring, noordermaat).at('2026-10-06', { rules: sooner }).alerts('A01')).toMatchObject([{ severity: 'urgent' }]);
    expect(given(omring, noordermaat).at('2026-10-03', { rules: rulesWith({ severities: { A01: 'urgent' } }) }).alerts('A01')).toMatchObject([{ severity: 'urgent' }]);
  });

  it('no longer counts who has been silent for five years', () => {
    const story = given(started('omring', '2021-01-01', 'i-1'), started('noordermaat', '2025-12-01', 'i-2'));
    expect(story.at('2025-12-31').alerts('A01')).toHaveLength(1);
    expect(story.at('2026-01-02').alerts('A01')).toEqual([]);
  });
});
