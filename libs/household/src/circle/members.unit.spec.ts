import { describe, expect, it } from '@jest/globals';
import type { HouseholdEvent } from '../event.ts';
import { told } from '../testing/events.ts';
import { by, given } from '../testing/given.ts';
import { registered } from '../testing/story.ts';

const joined = (partner: string, at: string, personId: string, certainty: 'registered' | 'possible' = 'possible', personal: string[] = []): HouseholdEvent =>
  told(partner, at, 'nl.kring.households.member-joined.v1', { person: { personId }, certainty, residence: 'also' }, { personal });
const left = (partner: string, at: string, personId: string): HouseholdEvent => told(partner, at, 'nl.kring.households.member-left.v1', { person: { personId } });

describe('the members of a household', () => {
  const family = registered('2026-01-05', { members: ['p_1', 'p_2'] });

  it('are those whom the municipality registered', () =>
    given(family).at('2026-01-06').then({ members: [{ personId: 'p_1', certainty: 'registered', residence: 'primary', because: [family.id] }, { personId: 'p_2', name: null }] }));

  it('may be possible, as a partner thinks', () => {
    const { circle } = given(family, joined('noordermaat', '2026-02-01', 'p_3', 'possible', ['/person/name'])).at('2026-02-02');
    expect(circle.members[2]).toMatchObject({ personId: 'p_3', certainty: 'possible', residence: 'also', name: { pointer: '/person/name' } });
  });

  it('stay registered when a partner holds them possible, who only adds what was not known', () => {
    const guess = joined('noordermaat', '2026-02-01', 'p_2', 'possible', ['/person/name']);
    given(family, guess).at('2026-02-02').then({ members: [{}, { personId: 'p_2', certainty: 'registered', residence: 'primary', name: { box: guess.uuid }, since: '2026-01-05T12:00:00.000Z', because: [family.id, guess.id] }] });
  });

  it('become registered when the municipality registers who was possible, since the first time', () => {
    const guess = joined('noordermaat', '2026-01-01', 'p_1', 'possible');
    given(guess, family).at('2026-01-06').then({ members: [{ personId: 'p_1', certainty: 'registered', since: '2026-01-01T12:00:00.000Z' }, {}] });
  });

  it('are gone once the one who registered them says so', () => {
    const story = given(family, left('gemeente-assen', '2026-03-01', 'p_2'));
    expect(by(story.at('2026-03-02').circle.members, 'personId')).toEqual(['p_1']);
    expect(by(story.at('2026-02-02').circle.members, 'personId')).toEqual(['p_1', 'p_2']);
  });

  it('become possible when another partner says that they left', () => given(family, left('omring', '2026-03-01', 'p_2')).at('2026-03-02').then({ members: [{}, { personId: 'p_2', certainty: 'possible' }] }));

  it('who never joined cannot leave', () => given(left('omring', '2026-03-01', 'p_9')).at('2026-03-02').then({ members: [] }));
});

describe('where a household lives', () => {
  it('is the address of its last move, in the area of that', () => {
    const moved = told('gemeente-assen', '2026-02-01', 'nl.kring.households.moved.v1', { area: 'elsewhere' }, { personal: ['/address'] });
    const story = given(registered('2026-01-05'), moved);
    story.at('2026-02-02').then({ area: 'elsewhere', address: { sealed: { box: moved.uuid, pointer: '/address' } } });
    story.at('2026-01-06').then({ area: 'de-lariks' });
  });

  it('is the address by which a partner knew it, while nobody registered it', () => {
    const first = joined('omring', '2026-01-01', 'p_1', 'possible', ['/household/address']);
    given(first).at('2026-01-02').then({ state: 'provisional', address: { sealed: { box: first.uuid, pointer: '/household/address' } } });
    given(first, registered('2026-01-05')).at('2026-01-06').then({ address: { sealed: { pointer: '/address' } } });
  });

  it('is masked while it is shielded', () => {
    const shielded = told('gemeente-assen', '2026-02-01', 'nl.kring.households.shielded.v1', { scope: 'address' });
    const lifted = told('gemeente-assen', '2026-03-01', 'nl.kring.households.unshielded.v1', { scope: 'address' });
    const story = given(registered('2026-01-05'), shielded, lifted);
    expect(['2026-01-06', '2026-02-02', '2026-03-02'].map((at) => story.at(at).circle.address.masked)).toEqual([false, true, false]);
  });
});
