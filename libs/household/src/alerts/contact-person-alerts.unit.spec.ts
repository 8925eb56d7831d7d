import { describe, expect, it } from '@jest/globals';
import { given } from '../testing/given.ts';
import { aftercareClosed, aftercareContacted, aftercareStarted, assigned, covered, ended, handedOver, partnersUpdated, pulseChecked, released, started } from '../testing/story.ts';

describe('A08, a pulse that was not felt', () => {
  const contact = assigned('omring', '2026-09-01');

  it('is raised 28 days after the assignment or the last check', () => {
    expect(given(contact).at('2026-09-29T21:59:59Z').alerts('A08')).toEqual([]);
    expect(given(contact).at('2026-09-29T22:00:00Z').alerts('A08')).toMatchObject([{ severity: 'warning', since: '2026-09-29T22:00:00.000Z', actor: 'omring', threshold: '28 days' }]);
    expect(given(contact, pulseChecked('omring', '2026-09-20')).at('2026-10-18T21:59:59Z').alerts('A08')).toEqual([]);
    expect(given(contact, pulseChecked('omring', '2026-09-20')).at('2026-10-18T22:00:00Z').alerts('A08')).toHaveLength(1);
  });

  it('is due on the day that the last check named, sooner or later than that', () => {
    expect(given(contact, pulseChecked('omring', '2026-09-20', '2026-09-25')).at('2026-09-26').alerts('A08')).toMatchObject([{ since: '2026-09-25T22:00:00.000Z' }]);
    expect(given(contact, pulseChecked('omring', '2026-09-20', '2026-12-01')).at('2026-11-30').alerts('A08')).toEqual([]);
  });

  it('gives a new contact person a term of their own where the named day has passed', () => {
    const story = given(contact, pulseChecked('omring', '2026-09-20', '2026-09-25'), handedOver('omring', '2026-10-01', 'w-omring', 'w-2', 'noordermaat'));
    expect(story.at('2026-10-02').alerts('A08')).toEqual([]);
    expect(story.at('2026-10-30').alerts('A08')).toMatchObject([{ actor: 'noordermaat', since: '2026-10-29T23:00:00.000Z' }]);
  });

  it('is not raised without a contact person', () => expect(given(contact, released('omring', '2026-09-10')).at('2026-12-01').alerts('A08')).toEqual([]));
});

describe('A09, aftercare that is owed', () => {
  const help = [started('omring', '2026-01-01', 'i-1'), assigned('omring', '2026-01-02'), ended('omring', '2026-10-02', 'i-1')];

  it('is raised when none began within ten working days of the last end', () => {
    expect(given(...help).at('2026-10-16').alerts('A09')).toEqual([]);
    expect(given(...help).at('2026-10-16T22:00:00Z').alerts('A09')).toMatchObject([{ since: '2026-10-16T22:00:00.000Z', actor: 'omring' }]);
  });

  it('is not raised while somebody is still involved, or where there never was a contact person', () => {
    expect(given(...help, started('noordermaat', '2026-09-01', 'i-2')).at('2026-11-01').alerts('A09')).toEqual([]);
    expect(given(started('omring', '2026-01-01', 'i-1'), ended('omring', '2026-10-02', 'i-1')).at('2026-11-01').alerts('A09')).toEqual([]);
  });

  it('is cleared when aftercare starts, and raised when it is without contact for 42 days', () => {
    const story = given(...help, aftercareStarted('omring', '2026-10-20', '2027-10-20'), aftercareContacted('omring', '2026-11-20'));
    expect(story.at('2026-10-21').alerts('A09')).toEqual([]);
    expect(story.at('2027-01-01T22:59:59Z').alerts('A09')).toEqual([]);
    expect(story.at('2027-01-01T23:00:00Z').alerts('A09')).toMatchObject([{ since: '2027-01-01T23:00:00.000Z', actor: 'omring' }]);
  });

  it('is owed anew after help that came when the former aftercare was over, and not after help that ended while it ran', () => {
    expect(given(aftercareStarted('omring', '2025-01-01', '2025-06-30'), ...help).at('2026-11-01').alerts('A09')).toHaveLength(1);
    expect(given(aftercareStarted('omring', '2026-09-01', '2027-06-30'), ...help).at('2026-10-12').alerts('A09')).toEqual([]);
    expect(given(aftercareStarted('omring', '2026-09-01', '2026-12-31'), aftercareClosed('omring', '2026-09-20'), ...help).at('2026-11-01').alerts('A09')).toHaveLength(1);
  });

  it('is owed no contact after its last day, or once closed', () => {
    expect(given(...help, aftercareStarted('omring', '2026-10-05', '2026-10-30')).at('2026-12-01').alerts('A09')).toEqual([]);
    expect(given(...help, aftercareStarted('omring', '2026-10-05', '2027-10-30'), aftercareClosed('omring', '2026-10-20')).at('2026-12-01').alerts('A09')).toEqual([]);
  });
});

describe('A13, a contact person who is gone', () => {
  const here = [started('omring', '2026-01-01', 'i-1'), assigned('omring', '2026-01-02')];
  const gone = ended('omring', '2026-10-02', 'i-1');

  it('is raised at once, and urgent, when their own last involvement ends', () =>
    expect(given(...here, gone).at('2026-10-03').alerts('A13')).toMatchObject([{ severity: 'urgent', since: '2026-10-02T12:00:00.000Z', actor: 'omring', because: [...here.map(({ id }) => id), gone.id] }]));

  it('is not raised by the end of a colleague’s involvement, of one of two, or where they had none', () => {
    expect(given(...here, started('omring', '2026-02-01', 'i-2', { by: 'w-2' }), ended('omring', '2026-03-01', 'i-2')).at('2026-03-02').alerts('A13')).toEqual([]);
    expect(given(...here, started('omring', '2026-02-01', 'i-2'), gone).at('2026-10-03').alerts('A13')).toEqual([]);
    expect(given(assigned('gemeente-assen', '2026-01-02'), started('omring', '2026-01-01', 'i-1'), gone).at('2026-10-03').alerts('A13')).toEqual([]);
  });

  it('waits while cover runs', () => {
    const story = given(...here, covered('omring', '2026-10-01', '2026-10-14'), gone);
    expect(story.at('2026-10-14').alerts('A13')).toEqual([]);
    expect(story.at('2026-10-15').alerts('A13')).toMatchObject([{ since: '2026-10-14T22:00:00.000Z' }]);
  });

  it('is cleared by a hand-over, a new assignment or a release', () => {
    expect(given(...here, gone, handedOver('omring', '2026-10-03', 'w-omring', 'w-2')).at('2026-10-04').alerts('A13')).toEqual([]);
    expect(given(...here, gone, assigned('noordermaat', '2026-10-03')).at('2026-10-04').alerts('A13')).toEqual([]);
    expect(given(...here, gone, released('omring', '2026-10-03')).at('2026-10-04').alerts('A13')).toEqual([]);
  });
});

describe('A22, partners who hear nothing', () => {
  const both = [assigned('omring', '2026-09-01'), started('omring', '2026-09-01', 'i-1'), started('noordermaat', '2026-09-01T13:00:00Z', 'i-2')];

  it('is raised 30 days after the assignment or the last update, while another organisation is active', () => {
    expect(given(...both).at('2026-10-01T21:59:59Z').alerts('A22')).toEqual([]);
    expect(given(...both).at('2026-10-01T22:00:00Z').alerts('A22')).toMatchObject([{ since: '2026-10-01T22:00:00.000Z', actor: 'omring' }]);
    expect(given(...both, partnersUpdated('omring', '2026-09-20')).at('2026-10-20').alerts('A22')).toEqual([]);
    expect(given(...both, partnersUpdated('omring', '2026-09-20')).at('2026-10-21').alerts('A22')).toHaveLength(1);
  });

  it('begins when another becomes active where that was later', () =>
    expect(given(...both.slice(0, 2), started('noordermaat', '2026-11-05', 'i-2')).at('2026-11-06').alerts('A22')).toMatchObject([{ since: '2026-11-05T12:00:00.000Z' }]));

  it('is not raised where there is nobody else, or only somebody hidden', () => {
    expect(given(...both.slice(0, 2)).at('2026-12-01').alerts('A22')).toEqual([]);
    expect(given(...both.slice(0, 2), started('politie', '2026-09-02', 'i-9', { sensitivity: 'hidden' })).at('2026-12-01').alerts('A22')).toEqual([]);
    expect(given(...both, ended('noordermaat', '2026-09-15', 'i-2')).at('2026-12-01').alerts('A22')).toEqual([]);
  });
});
