import { describe, expect, it } from '@jest/globals';
import { sampleOf } from '../samples/samples.ts';
import { contracts } from './contract.ts';
import { publisherErrors, type Publisher } from './publishing.ts';

const errors = (publisher: Publisher, type: string, changes: Record<string, unknown> = {}): string[][] => {
  const full = `nl.kring.${type}.v1`;
  return publisherErrors(publisher, full, { ...sampleOf(full).data, ...changes }).map(({ pointer, rule }) => [pointer, rule]);
};
const refused = [['/type', 'publisher-not-allowed']];
const gemeente = { kind: 'gemeente' };
const housing = { kind: 'housing' };
const welfare = { kind: 'welfare' };
const resident = { kind: 'resident' };
const hub = { kind: 'hub' };

describe('who may publish what', () => {
  it('lets the gemeente alone register a household', () => {
    expect(errors(gemeente, 'households.registered')).toEqual([]);
    for (const other of [housing, welfare, resident, hub]) expect(errors(other, 'households.registered')).toEqual(refused);
  });

  it('lets every partner say that it is involved, but no resident and not the hub', () => {
    for (const partner of [gemeente, housing, welfare]) expect(errors(partner, 'involvements.started')).toEqual([]);
    for (const other of [resident, hub]) expect(errors(other, 'involvements.started')).toEqual(refused);
  });

  it('lets others than the gemeente think a member possible, not registered', () => {
    expect(errors(gemeente, 'households.member-joined', { certainty: 'registered' })).toEqual([]);
    expect(errors(welfare, 'households.member-joined', { certainty: 'possible' })).toEqual([]);
    expect(errors(welfare, 'households.member-joined', { certainty: 'registered' })).toEqual([['/data/certainty', 'value-not-allowed-for-publisher']]);
  });

  it('lets a housing corporation signal what it sees as a landlord, and no more', () => {
    expect(errors(housing, 'signals.raised', { kind: 'nuisance' })).toEqual([]);
    expect(errors(housing, 'signals.raised', { kind: 'dementia' })).toEqual([['/data/kind', 'value-not-allowed-for-publisher']]);
    expect(errors(welfare, 'signals.raised', { kind: 'dementia' })).toEqual([]);
  });

  it('lets a partner assign the contact person where its region gave it that mandate', () => {
    expect(errors(gemeente, 'contact-persons.assigned')).toEqual([]);
    expect(errors(welfare, 'contact-persons.assigned')).toEqual(refused);
    expect(errors({ ...welfare, mandates: ['takeover', 'contact-person'] }, 'contact-persons.assigned')).toEqual([]);
  });

  it('lets a resident contest, object and consent', () => {
    for (const type of ['involvements.contested', 'objections.raised', 'consents.given', 'consents.withdrawn', 'participation.step-taken'])
      expect(errors(resident, type)).toEqual([]);
    expect(errors(resident, 'objections.decided')).toEqual(refused);
  });

  it('keeps the events of the hub for the hub', () => {
    for (const { type } of contracts.filter((contract) => contract.scope === 'hub')) {
      expect(publisherErrors(hub, type, {})).toEqual([]);
      expect(publisherErrors(gemeente, type, {})).toHaveLength(1);
    }
  });

  it('does not stumble over data that is none', () => {
    for (const data of [null, undefined, 'x', []]) expect(publisherErrors(housing, 'nl.kring.signals.raised.v1', data)).toHaveLength(1);
  });
});
