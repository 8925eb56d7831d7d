import { describe, expect, it } from '@jest/globals';
import type { Circle } from '@kring/contracts';
import { aCircle, aVisit, anInvolvement } from '../testing/a-circle.ts';
import { layOut } from './layout.ts';
import { marksOf } from './marks.ts';
import { tiesOf } from './ties.ts';

const professional = { id: 'k', name: 'Kris Bakker', role: 'neighbourhood-supporter', phone: null, email: null };
const contactPerson: NonNullable<Circle['contactPerson']> = {
  organisation: 'ons-stede-broec', professional, since: '2026-02-01T00:00:00Z', residentPreferred: true, cover: null, lastPulseCheck: null, because: [],
};

describe('the marks around a household', () => {
  it('are everyone who is there now, own network included, and nobody who left', () => {
    const gone = anInvolvement({ involvementId: 'i-2', state: 'ended', until: '2026-02-01T00:00:00Z' });
    const neighbour = { supporterId: 's', organisation: 'omring', kind: 'neighbour', label: null, agreed: true, since: '2026-02-01T00:00:00Z', until: null, learnedAt: null, sensitivity: 'normal' as const, because: [] };
    expect(marksOf(aCircle({ involvements: [anInvolvement(), gone], supporters: [neighbour] })).map(({ title, level }) => [title, level])).toEqual([['Wijkverpleegkundige', 'basic-team'], ['Buur', 'own-network']]);
  });

  it('show the contact person once, as the one who is involved', () => {
    const supporter = anInvolvement({ involvementId: 'i-3', organisation: 'ons-stede-broec', professional, role: 'neighbourhood-supporter', level: 'neighbourhood' });
    expect(marksOf(aCircle({ contactPerson, involvements: [anInvolvement(), supporter] })).map(({ title, isContactPerson }) => [title, isContactPerson])).toEqual([['Wijkondersteuner', true], ['Wijkverpleegkundige', false]]);
  });

  it('show a contact person who has no other part in it', () => {
    expect(marksOf(aCircle({ contactPerson }))).toMatchObject([{ key: 'contact-person', title: 'Wijkondersteuner', subtitle: 'Ons Stede Broec', isContactPerson: true }]);
  });

  it('are tied to the household where they are its face, and to each other where their visits collide', () => {
    const involvements = [anInvolvement(), anInvolvement({ involvementId: 'r', organisation: 'de-woonschakel', level: 'neighbourhood' })];
    const visits = [aVisit({ collidesWith: ['w-1'] }), aVisit({ visitId: 'w-1', organisation: 'de-woonschakel', collidesWith: ['v-1'] })];
    const circle = aCircle({ contactPerson, involvements, visits });
    expect(tiesOf(circle, layOut(marksOf(circle))).map(({ kind, key }) => [kind, key])).toEqual([['contact', 'contact-person'], ['clash', 'clash/de-woonschakel|omring']]);
  });

  it('have no tie for a collision that is over', () => {
    const visits = [aVisit({ startsAt: '2026-02-01T08:00:00Z', endsAt: '2026-02-01T09:00:00Z', collidesWith: ['w-1'] })];
    const circle = aCircle({ involvements: [anInvolvement()], visits });
    expect(tiesOf(circle, layOut(marksOf(circle)))).toEqual([]);
  });
});
