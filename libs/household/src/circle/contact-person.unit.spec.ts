import { describe, expect, it } from '@jest/globals';
import type { HouseholdEvent } from '../event.ts';
import { told } from '../testing/events.ts';
import { given } from '../testing/given.ts';
import { assigned, covered, handedOver, pulseChecked, released, worker } from '../testing/story.ts';

const takeoverRequested = (partner: string, at: string, to: string): HouseholdEvent => told(partner, at, 'nl.kring.takeovers.requested.v1', { takeoverId: 't-1', to });
const takeoverAccepted = (partner: string, at: string): HouseholdEvent => told(partner, at, 'nl.kring.takeovers.accepted.v1', { takeoverId: 't-1', professional: worker(`w-${partner}`) });

describe('the contact person', () => {
  it('is the last assigned', () =>
    given(assigned('omring', '2026-01-01'), assigned('noordermaat', '2026-02-01')).at('2026-02-02').then({ contactPerson: { organisation: 'noordermaat', since: '2026-02-01T12:00:00.000Z', residentPreferred: true } }));

  it('is replaced by a new assignment of the same organisation', () => {
    const story = given(assigned('omring', '2026-01-01', { by: 'w-1' }), assigned('omring', '2026-02-01', { by: 'w-2' }), released('omring', '2026-03-01'));
    story.at('2026-02-02').then({ contactPerson: { professional: { id: 'w-2' } } });
    story.at('2026-03-02').then({ contactPerson: null });
  });

  it('is the other one again when one of two is released', () => {
    const story = given(assigned('omring', '2026-01-01'), assigned('noordermaat', '2026-02-01'), released('noordermaat', '2026-03-01'));
    story.at('2026-03-02').then({ contactPerson: { organisation: 'omring' } });
  });

  it('stays when an organisation releases what it does not have', () => given(assigned('omring', '2026-01-01'), released('noordermaat', '2026-02-01')).at('2026-02-02').then({ contactPerson: { organisation: 'omring' } }));

  it('passes to another organisation by a hand-over, at one instant', () => {
    const over = handedOver('omring', '2026-02-01', 'w-omring', 'w-9', 'noordermaat');
    const story = given(assigned('omring', '2026-01-01'), over);
    story.at('2026-02-01T11:59:59Z').then({ contactPerson: { organisation: 'omring' } });
    story.at('2026-02-01T12:00:00Z').then({ contactPerson: { organisation: 'noordermaat', professional: { id: 'w-9', name: { box: over.uuid, pointer: '/to/name' } }, because: [over.id] } });
    expect(story.at('2026-02-02').alerts('A02')).toEqual([]);
  });

  it('is named for another organisation by one that publishes for it, and released by either', () => {
    const assignment = assigned('ons-stede-broec', '2026-01-01', { organisation: 'gemeente-stede-broec' });
    given(assignment).at('2026-01-02').then({ contactPerson: { organisation: 'gemeente-stede-broec' } });
    given(assignment, released('ons-stede-broec', '2026-02-01')).at('2026-02-02').then({ contactPerson: null });
    given(assignment, released('gemeente-stede-broec', '2026-02-01')).at('2026-02-02').then({ contactPerson: null });
  });

  it('changes with an accepted takeover', () => {
    const story = given(assigned('basisteam-heerlen', '2026-01-01'), takeoverRequested('basisteam-heerlen', '2026-02-01', 'wijkteam-heerlen'), takeoverAccepted('wijkteam-heerlen', '2026-02-03'));
    story.at('2026-02-02').then({ contactPerson: { organisation: 'basisteam-heerlen' } });
    story.at('2026-02-04').then({ contactPerson: { organisation: 'wijkteam-heerlen' } });
    expect(story.at('2026-02-04').alerts('A02')).toEqual([]);
  });

  it('of a third organisation is left in place by a takeover between two others', () =>
    given(assigned('huisarts-heerlen', '2026-01-01'), takeoverRequested('basisteam-heerlen', '2026-02-01', 'wijkteam-heerlen'), takeoverAccepted('wijkteam-heerlen', '2026-02-03'))
      .at('2026-02-04')
      .then({ contactPerson: { organisation: 'huisarts-heerlen' } }));

  it('is covered up to and including the last day', () => {
    const story = given(assigned('omring', '2026-01-01'), covered('omring', '2026-02-01', '2026-02-14'));
    story.at('2026-02-14T22:59:59Z').then({ contactPerson: { cover: { professional: { id: 'w-cover' }, until: '2026-02-14' } } });
    expect(story.at('2026-02-14').changesAt).toBe('2026-02-14T23:00:00.000Z');
    story.at('2026-02-14T23:00:00Z').then({ contactPerson: { cover: null } });
  });

  it('comes with the last pulse check', () => {
    const check = pulseChecked('omring', '2026-02-01', '2026-03-15');
    given(assigned('omring', '2026-01-01'), pulseChecked('omring', '2026-01-15'), check).at('2026-02-02').then({ contactPerson: { lastPulseCheck: { at: '2026-02-01T12:00:00.000Z', trend: 'stable', nextDue: '2026-03-15', because: [check.id] } } });
  });

  it('is not made by a release, cover or pulse check alone', () => given(released('omring', '2026-01-01'), covered('omring', '2026-01-02', '2026-03-01'), pulseChecked('omring', '2026-01-03')).at('2026-01-04').then({ contactPerson: null }));
});
