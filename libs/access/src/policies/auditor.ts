import type { Policy } from './policy.ts';

/**
 * The auditor, and the privacy officer: whether everything went as it should, of a household that stays a pseudonym. Of signals
 * only that they were there and in time. What is hidden stays hidden, as it does for break-glass.
 */
export const auditor: Policy = {
  address: 'masked',
  persons: 'pseudonyms',
  organisation: (_reading, _organisation, sensitivity) => (sensitivity === 'hidden' ? 'nothing' : 'whole'),
  brokered: true,
  workerName: () => true,
  pulse: true,
  signal: (_reading, { sensitivity }) => (sensitivity === 'hidden' ? 'nothing' : 'metadata'),
  visit: ({ discretionOf }, { organisation, sensitivity }) => (sensitivity === 'hidden' || discretionOf(organisation) === 'hidden' ? 'nothing' : 'whole'),
  match: ({ discretionOf }, { organisations }) => organisations.filter((one) => discretionOf(one) !== 'hidden'),
  referrals: ({ discretionOf }, { steps }) => steps.filter(({ from, to }) => discretionOf(from) !== 'hidden' && discretionOf(to) !== 'hidden'),
  together: true,
  recordedBy: ({ discretionOf }, organisation) => discretionOf(organisation) !== 'hidden',
  consent: ({ discretionOf }, { organisation, withOrganisations }) => [organisation, ...(withOrganisations ?? [])].every((one) => discretionOf(one) !== 'hidden'),
  alerts: true,
  heardOf: ({ discretionOf }, organisation) => discretionOf(organisation) !== 'hidden',
  tellsOfHidden: true,
};
