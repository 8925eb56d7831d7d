import { describe, expect, it } from '@jest/globals';
import { validateData } from '@kring/contracts';
import type { HouseholdEvent } from '../event.ts';
import { rulesWith } from '../rules/default-rules.ts';
import { acknowledged, agreed, ended, matchClosed, registered, started } from '../testing/story.ts';
import { household } from '../testing/events.ts';
import { hubThatHeard, inWords } from './testing/acting-hub.ts';

const register = registered('2026-01-05');
const omring = started('omring', '2026-02-02', 'i-o');
const woonschakel = started('de-woonschakel', '2026-02-09', 'i-w', { domain: 'housing' });
const third = started('ons-stede-broec', '2026-02-16', 'i-s');

const matches = (...told: readonly HouseholdEvent[]) => hubThatHeard([register, ...told]).said('2026-06-01', 'nl.kring.matches.detected.v1');
const matchIdOf = (...told: readonly HouseholdEvent[]): string => String(matches(...told).at(-1)?.data['matchId']);

describe('a match', () => {
  it('is detected as soon as two organisations are active in one household', () => {
    const [match, ...more] = matches(omring, woonschakel);
    expect(more).toEqual([]);
    expect(match).toMatchObject({
      occurredAt: '2026-02-09T12:00:00.000Z',
      data: { involvements: [{ organisation: 'de-woonschakel', involvementId: 'i-w' }, { organisation: 'omring', involvementId: 'i-o' }] },
    });
    const common = { household: { householdId: household }, occurredAt: match?.occurredAt, legalBasis: 'wmo', purpose: 'coordination' };
    expect(validateData(match?.type ?? '', { ...common, ...match?.data })).toEqual([]);
  });

  it('begins when the hub could know, however long ago both began', () => {
    const told = { envelope: { recordedAt: '2026-03-02T09:00:00.000Z' } };
    expect(matches(started('omring', '2025-10-01', 'i-o', told), started('mee-drenthe', '2025-11-01', 'i-m', told)).map(inWords)).toEqual(['match mee-drenthe+omring 2026-03-02']);
  });

  it('is none where one organisation is active twice', () => expect(matches(omring, started('omring', '2026-02-10', 'i-o2'))).toEqual([]));

  it('is none where the one left before the other came', () =>
    expect(matches(omring, ended('omring', '2026-02-05', 'i-o'), woonschakel)).toEqual([]));

  it('leaves a hidden involvement out, and comes when it is hidden no longer', () => {
    const hidden = started('politie', '2026-02-10', 'i-p', { sensitivity: 'hidden' });
    expect(matches(omring, hidden)).toEqual([]);
    const open = started('politie', '2026-02-12', 'i-p', { sensitivity: 'normal' });
    expect(matches(omring, hidden, open).map(inWords)).toEqual(['match omring+politie 2026-02-12']);
  });

  it('names a brokered partner once, however much it does', () => {
    const rules = rulesWith({ partners: { politie: { name: 'Politie', sensitivity: 'brokered' } } });
    const told = [register, omring, started('politie', '2026-02-10', 'i-p1'), started('politie', '2026-02-10T13:00:00Z', 'i-p2')];
    const [match] = hubThatHeard(told, { rules }).said('2026-03-01', 'nl.kring.matches.detected.v1');
    expect(match?.data['involvements']).toEqual([{ organisation: 'omring', involvementId: 'i-o' }, { organisation: 'politie', involvementId: 'i-p1' }]);
  });

  it('counts an involvement that has gone stale, until it leaves the circle', () =>
    expect(hubThatHeard([register, omring, started('mee-drenthe', '2026-12-01', 'i-m')]).said('2027-01-01', 'nl.kring.matches.detected.v1').map(inWords)).toEqual(['match mee-drenthe+omring 2026-12-01']));
});

describe('an open match', () => {
  it('is joined by a further organisation, by the full list under the same id', () => {
    const [first, second] = matches(omring, woonschakel, third);
    expect([first, second].map((fact) => fact && inWords(fact))).toEqual(['match de-woonschakel+omring 2026-02-09', 'match de-woonschakel+omring+ons-stede-broec 2026-02-16']);
    expect(second?.data['matchId']).toBe(first?.data['matchId']);
    expect(second?.about).not.toBe(first?.about);
  });

  it('is joined after coordination was agreed too', () => {
    const matchId = matchIdOf(omring, woonschakel);
    const told = [acknowledged('omring', '2026-02-10', matchId), acknowledged('de-woonschakel', '2026-02-10', matchId), agreed('omring', '2026-02-11', matchId)];
    expect(matches(omring, woonschakel, ...told, third)).toHaveLength(2);
  });

  it('is not joined by what its organisations do more', () => expect(matches(omring, woonschakel, started('omring', '2026-02-20', 'i-o2'))).toHaveLength(1));

  it('is not told again of one who leaves, but of one who comes back', () => {
    const gone = ended('omring', '2026-02-20', 'i-o');
    expect(matches(omring, woonschakel, third, gone)).toHaveLength(2);
    const joined = started('mee-drenthe', '2026-02-25', 'i-m');
    const back = started('omring', '2026-03-02', 'i-o3');
    expect(matches(omring, woonschakel, third, gone, joined, back).map(inWords).slice(2)).toEqual([
      'match de-woonschakel+mee-drenthe+ons-stede-broec 2026-02-25',
      'match de-woonschakel+mee-drenthe+omring+ons-stede-broec 2026-03-02',
    ]);
  });
});

describe('a closed match', () => {
  const closed = (): readonly HouseholdEvent[] => [omring, woonschakel, matchClosed('omring', '2026-02-12', matchIdOf(omring, woonschakel))];

  it('stays closed while the same organisations are active', () => expect(matches(...closed(), started('omring', '2026-02-20', 'i-o2'))).toHaveLength(1));

  it('is followed by a new one, with all who are active, when a new organisation comes', () => {
    const [first, second] = matches(...closed(), third);
    expect(second && inWords(second)).toBe('match de-woonschakel+omring+ons-stede-broec 2026-02-16');
    expect(second?.data['matchId']).not.toBe(first?.data['matchId']);
  });

  it('is followed by a new one when somebody who had left comes back', () => {
    const left = ended('omring', '2026-02-14', 'i-o');
    expect(matches(...closed(), left)).toHaveLength(1);
    const [first, second] = matches(...closed(), left, started('omring', '2026-03-02', 'i-o'));
    expect(second && inWords(second)).toBe('match de-woonschakel+omring 2026-03-02');
    expect(second?.data['matchId']).not.toBe(first?.data['matchId']);
  });
});
