import { describe, expect, it } from '@jest/globals';
import type { Circle } from '@kring/contracts';
import { aCircle, aVisit, anInvolvement } from '../testing/a-circle.ts';
import { whatChanged } from './changes.ts';

const texts = (before: Circle, after: Circle): string[] => whatChanged(before, after).map((change) => change.text);
const nurse = anInvolvement({ involvementId: 'i-1', organisation: 'omring', role: 'district-nurse' });
const contactPerson: NonNullable<Circle['contactPerson']> = {
  organisation: 'ons-stede-broec', professional: { id: 'k', name: 'Kris Bakker', role: 'neighbourhood-supporter', phone: null, email: null },
  since: '2026-01-01T00:00:00Z', residentPreferred: true, cover: null, lastPulseCheck: null, because: [],
};

describe('what changed in a circle', () => {
  it('is nothing when only the clock went on', () => {
    expect(whatChanged(aCircle({ involvements: [nurse] }), aCircle({ involvements: [{ ...nurse }], asOf: '2026-03-02T00:00:00Z' }))).toEqual([]);
  });

  it('is a newcomer, with the row to mark', () => {
    expect(whatChanged(aCircle(), aCircle({ involvements: [nurse] }))).toEqual([{ key: 'involvement/omring/i-1', text: 'Nieuw betrokken: Wijkverpleegkundige van Omring' }]);
  });

  it('tells one organisation from another that uses the same id', () => {
    const other = anInvolvement({ involvementId: 'i-1', organisation: 'de-woonschakel', role: 'housing-consultant' });
    expect(texts(aCircle({ involvements: [nurse] }), aCircle({ involvements: [nurse, other] }))).toEqual(['Nieuw betrokken: Woonconsulent van De Woonschakel']);
  });

  it('is someone who is no longer involved', () => {
    expect(texts(aCircle({ involvements: [nurse] }), aCircle({ involvements: [{ ...nurse, state: 'ended' }] }))).toEqual(['Niet meer betrokken: Wijkverpleegkundige van Omring']);
  });

  it('is a first, another and no contact person', () => {
    const other = { ...contactPerson, organisation: 'omring', professional: { ...contactPerson.professional, id: 'f', name: 'Fatima' } };
    expect(texts(aCircle(), aCircle({ contactPerson }))).toEqual(['Aanspreekpunt is nu Kris Bakker van Ons Stede Broec']);
    expect(texts(aCircle({ contactPerson }), aCircle({ contactPerson: other }))).toEqual(['Aanspreekpunt is nu Fatima van Omring']);
    expect(texts(aCircle({ contactPerson }), aCircle())).toEqual(['Er is geen aanspreekpunt meer']);
  });

  it('is a finger on the pulse', () => {
    const lastPulseCheck = { at: '2026-02-28T00:00:00Z', trend: 'improving' as const, channel: 'phone', nextDue: null, because: [] };
    expect(texts(aCircle({ contactPerson }), aCircle({ contactPerson: { ...contactPerson, lastPulseCheck } }))).toEqual(['Vinger aan de pols: het gaat beter']);
  });

  it('is a visit planned, moved, agreed together and called off', () => {
    const visit = aVisit({ startsAt: '2026-03-10T08:00:00Z', endsAt: '2026-03-10T09:00:00Z' });
    const at = (change: Partial<typeof visit>) => aCircle({ visits: [{ ...visit, ...change }] });
    expect(texts(aCircle(), at({}))).toEqual(['Bezoek gepland: Omring, dinsdag 10 maart om 09:00']);
    expect(texts(at({}), at({ startsAt: '2026-03-11T08:00:00Z' }))).toEqual(['Bezoek verzet: Omring, woensdag 11 maart om 09:00']);
    expect(texts(at({}), at({ state: 'joint' }))).toEqual(['Gezamenlijk bezoek: Omring, dinsdag 10 maart om 09:00']);
    expect(texts(at({}), at({ state: 'cancelled' }))).toEqual(['Bezoek afgezegd: Omring, dinsdag 10 maart om 09:00']);
  });

  it('says nothing of a visit whose collision alone went away, for the alert says so', () => {
    const visit = aVisit({ collidesWith: ['w-1'] });
    const alert = { code: 'A07', name: 'visits-collide', severity: 'warning' as const, since: '2026-03-01T00:00:00Z', message: { nl: '', en: '' }, actor: null, organisations: ['omring'], threshold: null, sensitivity: 'normal' as const, because: [] };
    expect(texts(aCircle({ visits: [visit], alerts: [alert] }), aCircle({ visits: [{ ...visit, collidesWith: [] }] }))).toEqual(['Opgelost: Bezoeken botsen']);
  });
});
