import type { Policy } from './policy.ts';

/**
 * A caseworker of an involved partner, and that partner's system. Sees with whom to coordinate: who is involved in what role and
 * domain, when they visit, and the contact person. Why someone is involved is never shared beyond role and domain.
 */
export const caseworker: Policy = {
  address: 'unless-shielded',
  persons: 'whole',
  organisation: ({ own }, organisation, sensitivity) => (organisation === own || sensitivity === 'normal' ? 'whole' : 'nothing'),
  brokered: false,
  workerName: ({ own, ownDomains }, organisation, domain) => organisation === own || ownDomains.has(domain),
  pulse: true,
  signal: ({ own, isOwn }, { raisedBy, addressedTo }) => (raisedBy === own || isOwn(addressedTo) ? 'whole' : 'nothing'),
  visit: ({ own, discretionOf }, { organisation, sensitivity }) => {
    if (organisation === own) return 'whole';
    return sensitivity === 'normal' && discretionOf(organisation) === 'normal' ? 'slot' : 'nothing';
  },
  match: ({ own, discretionOf }, { organisations }) =>
    organisations.some((one) => one === own) ? organisations.filter((one) => one === own || discretionOf(one) === 'normal') : 'nothing',
  referrals: ({ isOwn, discretionOf }, { steps }) => {
    const isParty = ({ from, to }: { readonly from: string; readonly to: string }): boolean => isOwn(from) || isOwn(to);
    if (!steps.some(isParty)) return [];
    return steps.filter((step) => isParty(step) || (discretionOf(step.from) === 'normal' && discretionOf(step.to) === 'normal'));
  },
  together: true,
  recordedBy: ({ own }, organisation) => organisation === own,
  consent: ({ own, discretionOf }, { organisation, withOrganisations }) => {
    if (organisation === own) return true;
    const concernsOwn = withOrganisations === null || withOrganisations.some((one) => one === own);
    return concernsOwn && [organisation, ...(withOrganisations ?? [])].every((one) => one === own || discretionOf(one) === 'normal');
  },
  alerts: true,
  heardOf: () => false,
  tellsOfHidden: true,
};
