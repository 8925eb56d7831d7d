import type { ProfessionalView } from '@kring/contracts';
import type { Personal, SealedCircle } from '@kring/household';
import type { Policy } from '../policies/policy.ts';
import { leavingOut } from './leaving-out.ts';
import { isFor } from './reading.ts';
import type { Reading } from './reading.ts';

export const addressSeen = ({ address }: Policy, { address: { sealed, masked } }: SealedCircle): SealedCircle['address'] =>
  address === 'open' || (address === 'unless-shielded' && !masked) ? { sealed, masked: false } : { sealed: null, masked: true };

export const membersSeen = ({ persons }: Policy, { members }: SealedCircle): SealedCircle['members'] => {
  if (persons === 'whole') return members;
  return members.map((member) => (persons === 'pseudonyms' ? leavingOut(member, 'name', 'birthDate') : leavingOut(member, 'birthDate')));
};

/** A worker, with the name or without; role and contact route stay, because they are what coordinating takes. */
export const workerSeen = (worker: ProfessionalView<Personal>, named: boolean): ProfessionalView<Personal> => (named ? worker : leavingOut(worker, 'name'));

/** The one face of a household is for every reader. How the household is doing is not. */
export const contactPersonSeen = ({ pulse }: Policy, { contactPerson }: SealedCircle): SealedCircle['contactPerson'] =>
  contactPerson === null || pulse ? contactPerson : leavingOut(contactPerson, 'lastPulseCheck');

/** People around the household, where the reader sees what is done together; otherwise those it told of itself. */
export const supportersSeen = (policy: Policy, reading: Reading, { supporters }: SealedCircle): SealedCircle['supporters'] =>
  supporters.filter(({ organisation, sensitivity }) => (policy.together || organisation === reading.own) && isFor(policy, reading, organisation, sensitivity)).map((supporter) => {
    const known = policy.recordedBy(reading, supporter.organisation) || policy.organisation(reading, supporter.organisation, reading.discretionOf(supporter.organisation)) !== 'nothing';
    const named = policy.persons === 'pseudonyms' ? leavingOut(supporter, 'label') : supporter;
    return known ? named : leavingOut(named, 'organisation');
  });

export const participationSeen = (policy: Policy, { participation }: SealedCircle): SealedCircle['participation'] => {
  if (!policy.together) return { steps: [], level: null };
  return policy.persons === 'pseudonyms' ? { ...participation, steps: participation.steps.map((step) => leavingOut(step, 'label')) } : participation;
};
