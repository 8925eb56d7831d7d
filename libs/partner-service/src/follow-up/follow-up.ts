import { AftercareClosedData, AftercareContactedData, AftercareStartedData, PartnersUpdatedData } from '@kring/contracts';
import { fact } from '../deciding/decider.ts';
import type { Circumstances, Content, Decider, Fact } from '../deciding/decider.ts';
import { dateOf } from '../deciding/local-date.ts';
import { refuse, unfit } from '../deciding/refusal.ts';

/** What the contact person still owes the household and the others: aftercare, and word of how it goes. */
export type FollowUp = {
  readonly aftercare: 'none' | 'running' | 'closed';
  readonly until: string | null;
  readonly contactedAt: string | null;
  readonly updatedAt: string | null;
};

const spoken = [AftercareStartedData, AftercareContactedData, AftercareClosedData, PartnersUpdatedData] as const;

export const followUp: Decider<FollowUp, (typeof spoken)[number]> = {
  initial: { aftercare: 'none', until: null, contactedAt: null, updatedAt: null },
  listensTo: spoken,
  evolve: (known, event) => {
    switch (event.type) {
      case AftercareStartedData.type:
        return { ...known, aftercare: 'running', until: event.data.until, contactedAt: null };
      case AftercareContactedData.type:
        return { ...known, contactedAt: event.occurredAt };
      case AftercareClosedData.type:
        return { ...known, aftercare: 'closed' };
      case PartnersUpdatedData.type:
        return { ...known, updatedAt: event.occurredAt };
    }
  },
};

export const startAftercare = (start: Content<typeof AftercareStartedData>, { aftercare, until }: FollowUp, { occurredAt }: Circumstances): Fact<typeof AftercareStartedData>[] => {
  if (start.until <= dateOf(occurredAt)) unfit('aftercare-too-short', '/until', 'Aftercare lasts until a later day.');
  if (aftercare !== 'running') return [fact(AftercareStartedData, start)];
  return until === start.until ? [] : refuse('aftercare-already-running', 'Aftercare is running until another day; close it first.');
};

/** The household was asked how it is doing. A moment has one answer. */
export const contactForAftercare = (contact: Content<typeof AftercareContactedData>, { aftercare, contactedAt }: FollowUp, { occurredAt }: Circumstances): Fact<typeof AftercareContactedData>[] => {
  if (aftercare !== 'running') return refuse('no-aftercare', 'No aftercare is running for this household.');
  return contactedAt === occurredAt ? [] : [fact(AftercareContactedData, contact)];
};

export const closeAftercare = ({ aftercare }: FollowUp): Fact<typeof AftercareClosedData>[] => {
  if (aftercare === 'none') return refuse('no-aftercare', 'No aftercare was started for this household.');
  return aftercare === 'closed' ? [] : [fact(AftercareClosedData, {})];
};

/** The one face of the family keeps the others informed: how it goes, in one word (S4.17). */
export const updatePartners = (update: Content<typeof PartnersUpdatedData>, { updatedAt }: FollowUp, { partner, occurredAt }: Circumstances): Fact<typeof PartnersUpdatedData>[] => {
  if (update.recipients.every((recipient) => recipient === partner)) unfit('only-oneself-updated', '/recipients', 'Name the partners that were told.');
  return updatedAt === occurredAt ? [] : [fact(PartnersUpdatedData, update)];
};
