import { describe, expect, it } from '@jest/globals';
import { validateData } from '@kring/contracts';
import type { HouseholdEvent } from '../event.ts';
import { assigned, changed, contested, covered, ended, handedOver, registered, released, started } from '../testing/story.ts';
import { household } from '../testing/events.ts';
import { hubThatHeard } from './testing/acting-hub.ts';

const register = registered('2026-01-05');
const omring = started('omring', '2026-02-02', 'i-o', { by: 'w-nurse' });
const mee = started('mee-drenthe', '2026-02-09', 'i-m', { by: 'w-mee' });

const proposals = (...told: readonly HouseholdEvent[]) => hubThatHeard([register, ...told]).said('2026-06-01', 'nl.kring.contact-persons.proposed.v1');
const proposed = (...told: readonly HouseholdEvent[]): string[] =>
  proposals(...told).map(({ occurredAt, data }) => `${String((data['professional'] as { id: string }).id)} of ${String(data['organisation'])} by ${String(data['rule'])} on ${occurredAt.slice(0, 10)}`);

describe('the one face of a family', () => {
  it('is proposed when two organisations are active and nobody is it: who is longest involved', () =>
    expect(proposed(omring, mee)).toEqual(['w-nurse of omring by longest-involved on 2026-02-09']));

  it('is somebody of the basic team, though another has been there longer', () =>
    expect(proposed(started('omring', '2026-02-02', 'i-o', { level: 'specialist' }), mee)).toEqual(['w-mee of mee-drenthe by longest-involved on 2026-02-09']));

  it('is who is longest involved where nobody is of the basic team', () =>
    expect(proposed(started('omring', '2026-02-02', 'i-o', { level: 'specialist' }), started('mee-drenthe', '2026-02-09', 'i-m', { level: 'district-team' }))).toEqual(['w-omring of omring by longest-involved on 2026-02-09']));

  it('is proposed with the open part alone: whose involvement it is, and no name', () => {
    const [fact] = proposals(omring, mee);
    expect(fact?.data).toEqual({ professional: { id: 'w-nurse', role: 'social-worker' }, organisation: 'omring', rule: 'longest-involved', involvementId: 'i-o' });
    const { involvementId: _reference, professional, ...rest } = fact?.data as { involvementId: string; professional: object };
    const common = { household: { householdId: household }, occurredAt: fact?.occurredAt, legalBasis: 'wmo', purpose: 'coordination' };
    expect(validateData(fact?.type ?? '', { ...common, ...rest, professional: { ...professional, name: 'as it stands in the box' } })).toEqual([]);
  });

  it('is asked once, not with every event', () => expect(proposed(omring, mee, started('noordermaat', '2026-02-20', 'i-n'))).toHaveLength(1));

  it('is another when the one who was asked leaves', () =>
    expect(proposed(omring, mee, started('noordermaat', '2026-02-20', 'i-n'), ended('omring', '2026-03-02', 'i-o'))).toEqual([
      'w-nurse of omring by longest-involved on 2026-02-09',
      'w-mee of mee-drenthe by longest-involved on 2026-03-02',
    ]));

  it('is proposed by nobody where there is a contact person, or one organisation alone', () => {
    expect(proposed(omring)).toEqual([]);
    expect(proposed(omring, assigned('gemeente-assen', '2026-02-05'), mee)).toEqual([]);
  });

  it('is no volunteer, nobody whose involvement is contested, and nobody who is hidden or brokered', () => {
    const connector = { ...started('noordermaat', '2026-01-10', 'i-n'), data: { ...started('noordermaat', '2026-01-10', 'i-n').data, professional: { id: 'w-v', role: 'volunteer' } } };
    expect(proposed(connector, mee)).toEqual(['w-mee of mee-drenthe by longest-involved on 2026-02-09']);
    expect(proposed(omring, contested('gemeente-assen', '2026-02-05', 'i-o'), mee)).toEqual(['w-mee of mee-drenthe by longest-involved on 2026-02-09']);
    for (const sensitivity of ['hidden', 'brokered'] as const) {
      expect(proposed(started('politie', '2026-01-10', 'i-p', { sensitivity }), mee)).toEqual(['w-mee of mee-drenthe by longest-involved on 2026-02-09']);
    }
  });

  it('is not proposed where there is nobody to propose', () =>
    expect(proposed(started('politie', '2026-02-02', 'i-p', { sensitivity: 'brokered' }), started('oggz', '2026-02-09', 'i-g', { sensitivity: 'brokered' }))).toEqual([]));

  it('is, after a release, whom the resident preferred and who is still there', () => {
    const preferred = assigned('mee-drenthe', '2026-02-10', { by: 'w-mee' });
    expect(proposed(omring, mee, preferred, handedOver('mee-drenthe', '2026-02-20', 'w-mee', 'w-other'), released('mee-drenthe', '2026-03-02')).slice(1)).toEqual([
      'w-mee of mee-drenthe by resident-preference on 2026-03-02',
    ]);
  });

  it('is asked for again when the contact person left without a hand-over', () => {
    const face = [assigned('gemeente-assen', '2026-02-10', { by: 'w-face' }), started('gemeente-assen', '2026-02-10', 'i-f', { by: 'w-face' })];
    expect(proposed(omring, mee, ...face, ended('gemeente-assen', '2026-03-02', 'i-f')).slice(1)).toEqual(['w-nurse of omring by longest-involved on 2026-03-02']);
  });

  it('is asked for when cover for one who left has run out', () => {
    const face = [assigned('gemeente-assen', '2026-02-10', { by: 'w-face' }), started('gemeente-assen', '2026-02-10', 'i-f', { by: 'w-face' })];
    const told = [omring, mee, ...face, covered('gemeente-assen', '2026-02-25', '2026-03-16'), ended('gemeente-assen', '2026-03-02', 'i-f')];
    expect(proposed(...told).slice(1)).toEqual(['w-nurse of omring by longest-involved on 2026-03-16']);
  });

  it('is proposed again, the same one, after another was and was released', () => {
    const told = [omring, mee, assigned('gemeente-assen', '2026-02-10'), released('gemeente-assen', '2026-02-20')];
    expect(proposed(...told)).toEqual(['w-nurse of omring by longest-involved on 2026-02-09', 'w-nurse of omring by longest-involved on 2026-02-20']);
  });

  it('is not asked for again because the level of somebody changed', () =>
    expect(proposed(omring, mee, changed('mee-drenthe', '2026-02-20', 'i-m', { level: 'district-team' }))).toHaveLength(1));
});
