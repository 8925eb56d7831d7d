import { describe, expect, it } from '@jest/globals';
import type { HouseholdContractEvent, HouseholdEventType } from '@kring/contracts';
import type { CircleEventType, CommonData, OpenData } from './event-data.ts';

type ContractData<Type> = Extract<HouseholdContractEvent, { readonly type: Type }>['data'];

/** The types of events whose contract does not fit what the fold reads of them. */
type Misfit = { [Type in CircleEventType]: ContractData<Type> extends OpenData[Type] & CommonData ? never : Type }[CircleEventType];

/** The events of the contract of which the circle shows nothing. */
type Unread = Exclude<HouseholdEventType, CircleEventType>;

describe('the data that the fold reads', () => {
  it('is what the contract promises, for every type of event', () => {
    const misfits: readonly Misfit[] = [];
    const none: readonly never[] = misfits;
    expect(none).toEqual([]);
  });

  it('leaves out only what the circle does not show', () => {
    const unread: Record<Unread, true> = {
      'nl.kring.contact-persons.proposed.v1': true,
      'nl.kring.advice.requested.v1': true,
      'nl.kring.advice.given.v1': true,
      'nl.kring.takeovers.refused.v1': true,
    };
    expect(Object.keys(unread)).toHaveLength(4);
  });
});
