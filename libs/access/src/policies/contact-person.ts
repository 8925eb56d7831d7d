import type { Policy } from './policy.ts';

/**
 * The contact person's organisation and the coordinator: the gemeente that registered the household, or is responsible where it
 * lives. Besides what a caseworker sees, all signals, visits and names, and of a brokered partner that there is one to ask.
 */
export const contactPerson: Policy = {
  address: 'unless-shielded',
  persons: 'whole',
  organisation: ({ own }, organisation, sensitivity) => {
    if (organisation === own || sensitivity === 'normal') return 'whole';
    return sensitivity === 'brokered' ? 'name' : 'nothing';
  },
  brokered: true,
  workerName: () => true,
  pulse: true,
  signal: ({ own, isOwn }, { raisedBy, addressedTo, sensitivity }) => (raisedBy === own || isOwn(addressedTo) || sensitivity !== 'hidden' ? 'whole' : 'nothing'),
  visit: ({ own, discretionOf }, { organisation, sensitivity }) => {
    if (organisation === own) return 'whole';
    if (sensitivity === 'hidden' || discretionOf(organisation) === 'hidden') return 'nothing';
    return sensitivity === 'normal' && discretionOf(organisation) === 'normal' ? 'whole' : 'slot';
  },
  match: ({ own, discretionOf }, { organisations }) => organisations.filter((one) => one === own || discretionOf(one) !== 'hidden'),
  referrals: ({ discretionOf, isOwn }, { steps }) => steps.filter(({ from, to }) => [from, to].every((one) => isOwn(one) || discretionOf(one) !== 'hidden')),
  together: true,
  recordedBy: ({ own, discretionOf }, organisation) => organisation === own || discretionOf(organisation) !== 'hidden',
  consent: ({ own, discretionOf }, { organisation, withOrganisations }) => [organisation, ...(withOrganisations ?? [])].every((one) => one === own || discretionOf(one) !== 'hidden'),
  alerts: true,
  heardOf: ({ discretionOf }, organisation) => discretionOf(organisation) !== 'hidden',
  tellsOfHidden: true,
};

/** Of a shielded address, only the gemeente keeps sight. */
export const coordinator: Policy = { ...contactPerson, address: 'open' };
