import type { Policy } from './policy.ts';
import type { Reading } from '../sight/reading.ts';

/** Of an organisation that is hidden, or of which the resident is lawfully not yet told, nothing may show, not even that it is kept back. */
const mayBeTold = ({ discretionOf, isDeferred }: Reading, organisation: string): boolean => discretionOf(organisation) !== 'hidden' && !isDeferred(organisation, 'involvement');

/** A member of the household: everyone who is involved, in which role, and by name; signals about them, never who raised them. */
export const resident: Policy = {
  address: 'open',
  persons: 'whole',
  organisation: ({ isDeferred }, organisation, sensitivity) => (sensitivity === 'hidden' || isDeferred(organisation, 'involvement') ? 'nothing' : 'whole'),
  brokered: true,
  workerName: () => true,
  pulse: true,
  signal: ({ isDeferred }, { raisedBy, sensitivity }) => (sensitivity === 'hidden' || isDeferred(raisedBy, 'signal') ? 'nothing' : 'without-reporter'),
  visit: (reading, { organisation, sensitivity }) => (sensitivity !== 'hidden' && mayBeTold(reading, organisation) ? 'whole' : 'nothing'),
  match: (reading, { organisations }) => (organisations.some((one) => reading.isDeferred(one, 'match')) ? 'nothing' : organisations.filter((one) => mayBeTold(reading, one))),
  referrals: (reading, { steps }) => steps.filter(({ from, to }) => !reading.isDeferred(from, 'referral') && mayBeTold(reading, from) && mayBeTold(reading, to)),
  together: true,
  recordedBy: (reading, organisation) => mayBeTold(reading, organisation),
  consent: () => true,
  alerts: false,
  heardOf: () => false,
  tellsOfHidden: false,
};
