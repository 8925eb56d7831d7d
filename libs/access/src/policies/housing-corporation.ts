import type { Policy } from './policy.ts';

/**
 * A housing corporation, of tenants with whom it works. Sees the contact person, the matches it takes part in, and what it said
 * itself; not who else is there.
 */
export const housingCorporation: Policy = {
  address: 'unless-shielded',
  persons: 'without-birth-dates',
  organisation: ({ own }, organisation) => (organisation === own ? 'whole' : 'nothing'),
  brokered: false,
  workerName: ({ own }, organisation) => organisation === own,
  pulse: false,
  signal: ({ own }, { raisedBy }) => (raisedBy === own ? 'whole' : 'nothing'),
  visit: ({ own }, { organisation }) => (organisation === own ? 'whole' : 'nothing'),
  match: ({ own, discretionOf }, { organisations }) =>
    organisations.some((one) => one === own) ? organisations.filter((one) => one === own || discretionOf(one) === 'normal') : 'nothing',
  referrals: ({ isOwn }, { steps }) => steps.filter(({ from, to }) => isOwn(from) || isOwn(to)),
  together: false,
  recordedBy: ({ own }, organisation) => organisation === own,
  consent: ({ own }, { organisation }) => organisation === own,
  alerts: true,
  heardOf: () => false,
  tellsOfHidden: true,
};
