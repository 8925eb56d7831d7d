import { describe, expect, it } from '@jest/globals';
import { validateData } from '@kring/contracts';
import type { HouseholdEvent } from '../event.ts';
import {
  aftercareContacted, aftercareStarted, agreed, assigned, ended, explored, matchClosed, partnersUpdated, pulseChecked, referralOutcome, referred, registered,
  released, residentInformed, signalAnswered, signalRaised, started, visitPlanned,
} from '../testing/story.ts';
import { household } from '../testing/events.ts';
import { about, hubThatHeard, inWords } from './testing/acting-hub.ts';

const register = registered('2026-01-05');
const omring = started('omring', '2026-02-02', 'i-o');
const mee = started('mee-drenthe', '2026-02-09', 'i-m');
const story = (code: string, until: string, ...told: readonly HouseholdEvent[]): string[] => about(code, hubThatHeard([register, ...told]).until(until));

describe('an alert, as the hub tells it', () => {
  it('is raised when it begins to hold and cleared when it ends, each once', () =>
    expect(story('A01', '2026-02-12', omring, mee, assigned('gemeente-assen', '2026-02-11'), signalRaised('omring', '2026-02-12', 's-1'))).toEqual(['raised A01 2026-02-09', 'cleared A01 2026-02-11']));

  it('is raised as of when it began, however late the hub was told', () => {
    const envelope = { recordedAt: '2026-03-02T09:00:00.000Z' };
    expect(story('A04', '2026-03-03', signalRaised('omring', '2026-01-07', 's-1', { envelope }))).toEqual(['deadline A04 2026-01-14', 'raised A04 2026-01-14']);
  });

  it('follows the deadline that raised it, and nothing is said before the deadline has passed', () => {
    const signal = signalRaised('omring', '2026-02-02', 's-1', { urgency: 'urgent' });
    expect(story('A04', '2026-02-03T22:59:59Z', signal)).toEqual([]);
    expect(story('A04', '2026-02-03T23:00:00Z', signal)).toEqual(['deadline A04 2026-02-03', 'raised A04 2026-02-03']);
  });

  it('has no deadline where an event raised it', () => {
    const visits = [visitPlanned('omring', '2026-02-10', 'v-o', '2026-02-20T08:00:00Z', '2026-02-20T09:00:00Z'), visitPlanned('mee-drenthe', '2026-02-11', 'v-m', '2026-02-20T08:30:00Z', '2026-02-20T09:30:00Z')];
    expect(story('A07', '2026-03-01', omring, mee, ...visits)).toEqual(['raised A07 2026-02-11', 'cleared A07 2026-02-20']);
  });

  it('is one for each signal, not one for the household', () =>
    expect(story('A04', '2026-02-12', signalRaised('omring', '2026-02-02', 's-1'), signalRaised('omring', '2026-02-02', 's-2'), signalAnswered('gemeente-assen', '2026-02-11', 's-2'))).toEqual([
      'deadline A04 2026-02-09', 'deadline A04 2026-02-09', 'raised A04 2026-02-09', 'raised A04 2026-02-09', 'cleared A04 2026-02-11',
    ]));

  it('becomes urgent by a deadline of its own, and is not raised again for it', () => {
    expect(story('A01', '2026-02-20', omring, mee)).toEqual(['raised A01 2026-02-09', 'deadline A01 2026-02-16']);
    expect(story('A03', '2026-03-01', omring, mee)).toEqual(['deadline A03 2026-02-16', 'raised A03 2026-02-16', 'deadline A03 2026-02-23']);
  });

  it('that ended and begins anew is another alert', () => {
    const raised = hubThatHeard([register, omring, mee, assigned('gemeente-assen', '2026-02-10'), released('gemeente-assen', '2026-02-12')]).until('2026-02-13');
    expect(about('A01', raised)).toEqual(['raised A01 2026-02-09', 'cleared A01 2026-02-10', 'raised A01 2026-02-12']);
    expect(new Set(raised.filter(({ data }) => data['code'] === 'A01').map(({ data }) => data['alertId'])).size).toBe(2);
  });

  it('is told in the words of the catalogue', () => {
    for (const fact of hubThatHeard([register, omring, mee, signalRaised('omring', '2026-02-02', 's-1'), signalAnswered('omring', '2026-03-01', 's-1')]).until('2026-03-10')) {
      if (!fact.type.startsWith('nl.kring.alerts.')) continue;
      expect(validateData(fact.type, { household: { householdId: household }, occurredAt: fact.occurredAt, ...fact.data })).toEqual([]);
    }
  });

  it('names nobody who is hidden or brokered', () => {
    for (const sensitivity of ['hidden', 'brokered'] as const) {
      const facts = hubThatHeard([register, omring, mee, started('politie', '2026-02-02', 'i-p', { sensitivity })]).until('2026-09-01').filter(({ type }) => type !== 'nl.kring.matches.detected.v1');
      expect(facts.filter(({ data }) => data['sensitivity'] === sensitivity).map(({ data }) => data['code'])).toEqual(['A11', 'A10']);
      expect(JSON.stringify(facts.map(({ data: { because: _events, ...data } }) => data))).not.toContain('politie');
    }
  });
});

describe('two steps to specialist help', () => {
  it('are counted in changes of who is responsible; the third is told to whoever asked for it', () => {
    const chain = [referred('omring', '2026-02-02', 'r-1', 'mee-drenthe'), referred('mee-drenthe', '2026-02-03', 'r-2', 'noordermaat'), referred('noordermaat', '2026-02-04', 'r-3', 'oggz')];
    const told = [explored('omring', '2026-02-01'), ...chain];
    expect(story('A05', '2026-02-05', ...told)).toEqual(['raised A05 2026-02-04']);
    expect(story('A05', '2026-02-05', ...told.slice(0, -1))).toEqual([]);
    expect(story('A05', '2026-02-10', ...told, referralOutcome('noordermaat', '2026-02-06', 'r-3', 'cancelled'))).toEqual(['raised A05 2026-02-04', 'cleared A05 2026-02-06']);
  });
});

describe('aftercare', () => {
  const cared = [omring, assigned('omring', '2026-02-03'), ended('omring', '2026-03-02', 'i-o')];

  it('is owed by the contact person when the last involvement ended, and reminded of after two weeks', () => {
    const told = hubThatHeard([register, ...cared]).until('2026-04-01');
    expect(about('A09', told)).toEqual(['deadline A09 2026-03-16', 'raised A09 2026-03-16']);
    expect(told.find(({ type, data }) => type === 'nl.kring.alerts.raised.v1' && data['code'] === 'A09')?.data['actor']).toBe('omring');
  });

  it('is reminded of at each contact that does not come, and is over when it closes', () => {
    const kept = [aftercareStarted('omring', '2026-03-05', '2026-12-31'), aftercareContacted('omring', '2026-05-01')];
    expect(story('A09', '2026-07-01', ...cared, ...kept)).toEqual(['deadline A09 2026-04-16', 'raised A09 2026-04-16', 'cleared A09 2026-05-01', 'deadline A09 2026-06-12', 'raised A09 2026-06-12']);
  });

  it('is owed by nobody while somebody else is still involved', () => expect(story('A09', '2026-05-01', mee, ...cared)).toEqual([]));
});

describe('partners', () => {
  const face = [omring, mee, assigned('omring', '2026-02-10')];

  it('who hear nothing for thirty days are told of by a prompt to the contact person, again after each time', () =>
    expect(story('A22', '2026-05-01', ...face, pulseChecked('omring', '2026-02-20'), partnersUpdated('omring', '2026-03-16'))).toEqual([
      'deadline A22 2026-03-12', 'raised A22 2026-03-12', 'cleared A22 2026-03-16', 'deadline A22 2026-04-15', 'raised A22 2026-04-15',
    ]));

  it('are kept informed where the contact person does so in time', () => expect(story('A22', '2026-03-20', ...face, partnersUpdated('omring', '2026-03-05'))).toEqual([]));
});

describe('a match that nobody answers', () => {
  const matchId = String(hubThatHeard([register, omring, mee]).said('2026-02-10', 'nl.kring.matches.detected.v1')[0]?.data['matchId']);

  it('is told of after five working days from when the hub detected it, not from when it began', () => {
    const envelope = { recordedAt: '2026-03-02T09:00:00.000Z' };
    const late = [started('omring', '2025-12-01', 'i-o', { envelope }), started('mee-drenthe', '2025-12-08', 'i-m', { envelope }), residentInformed('omring', '2025-12-02'), residentInformed('mee-drenthe', '2025-12-09')];
    expect(story('A03', '2026-03-10', ...late)).toEqual(['deadline A03 2026-03-09', 'raised A03 2026-03-09']);
  });

  it('is told of no longer once it is closed', () =>
    expect(story('A03', '2026-03-01', omring, mee, agreed('omring', '2026-02-20', matchId), matchClosed('omring', '2026-02-20', matchId))).toEqual(['deadline A03 2026-02-16', 'raised A03 2026-02-16', 'cleared A03 2026-02-20']));
});

describe('an erased household', () => {
  it('is spoken of no more', () => {
    const erased: HouseholdEvent = { ...register, uuid: 'erased', id: 'erased', partner: 'hub', type: 'nl.kring.privacy.household-key-destroyed.v1', occurredAt: '2026-02-10T12:00:00.000Z', recordedAt: '2026-02-10T12:00:00.000Z', data: {} };
    expect(hubThatHeard([register, omring, mee, erased]).until('2026-09-01').map(inWords)).toEqual(['match mee-drenthe+omring 2026-02-09', 'raised A01 2026-02-09', 'proposed longest-involved 2026-02-09']);
  });
});
