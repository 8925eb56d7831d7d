import { ContactPersonAssignedData, ContactPersonHandedOverData, ContactPersonReleasedData, CoverArrangedData } from '@kring/contracts';
import { fact } from '../deciding/decider.ts';
import type { Circumstances, Content, Decider, Fact } from '../deciding/decider.ts';
import { dateOf } from '../deciding/local-date.ts';
import { refuse, unfit } from '../deciding/refusal.ts';

type ContactPerson = {
  readonly professionalId: string;
  readonly organisation: string;
  readonly cover: { readonly professionalId: string; readonly until: string } | null;
  /** Who it was before, where it was handed over. */
  readonly handedOverBy: string | null;
};
/** The one face for this family as far as this partner assigned it; `released` tells a repeated release from one that makes no sense. */
export type ContactPersonState = { readonly current: ContactPerson | null; readonly released: boolean };

const spoken = [ContactPersonAssignedData, ContactPersonHandedOverData, ContactPersonReleasedData, CoverArrangedData] as const;

export const contactPersons: Decider<ContactPersonState, (typeof spoken)[number]> = {
  initial: { current: null, released: false },
  listensTo: spoken,
  evolve: (state, event) => {
    switch (event.type) {
      case ContactPersonAssignedData.type:
        return assigned({ professionalId: event.data.professional.id, organisation: event.data.organisation ?? event.partner, cover: null, handedOverBy: null });
      case ContactPersonHandedOverData.type:
        return assigned({ professionalId: event.data.to.id, organisation: event.data.toOrganisation ?? event.partner, cover: null, handedOverBy: event.data.from.id });
      case ContactPersonReleasedData.type:
        return { current: null, released: true };
      case CoverArrangedData.type:
        return state.current ? assigned({ ...state.current, cover: { professionalId: event.data.professional.id, until: event.data.until } }) : state;
    }
  },
};

const assigned = (current: ContactPerson): ContactPersonState => ({ current, released: false });

/** There is one face per family: whoever has one hands it over, so that the family is asked and nobody is left with two. */
export const assignContactPerson = (assignment: Content<typeof ContactPersonAssignedData>, { current }: ContactPersonState, at: Circumstances): Fact<typeof ContactPersonAssignedData>[] => {
  mustHaveMandate(at);
  const organisation = assignment.organisation ?? at.partner;
  if (!current) return [fact(ContactPersonAssignedData, assignment)];
  if (current.professionalId === assignment.professional.id && current.organisation === organisation) return [];
  return refuse('contact-person-already-assigned', 'This family has a contact person; hand it over, after consulting the resident.');
};

/** As a command says it: the day of the consultation may be missing, and then the rule says so. */
export type HandOver = Omit<Content<typeof ContactPersonHandedOverData>, 'residentConsultedOn'> & { readonly residentConsultedOn?: string };

/** Nobody gets another face without being consulted (S3.15: the supporter does not take the resident's direction away). */
export const handOverContactPerson = (handOver: HandOver, { current }: ContactPersonState, at: Circumstances): Fact<typeof ContactPersonHandedOverData>[] => {
  mustHaveMandate(at);
  const { from, to, toOrganisation = at.partner, residentConsultedOn } = handOver;
  if (residentConsultedOn === undefined) return refuse('resident-not-consulted', 'Consult the resident first, and say on which day that was.');
  if (residentConsultedOn > dateOf(at.now)) unfit('resident-consulted-in-the-future', '/residentConsultedOn', 'The consultation must have taken place.');
  if (!current) return refuse('no-contact-person', 'This family has no contact person that you assigned; assign one.');
  if (current.professionalId === to.id && current.organisation === toOrganisation && current.handedOverBy === from.id) return [];
  if (current.professionalId !== from.id) refuse('not-the-contact-person', 'Someone else is the contact person; look at from.');
  if (from.id === to.id && current.organisation === toOrganisation) unfit('handed-over-to-oneself', '/to', 'Hand over to someone else.');
  return [fact(ContactPersonHandedOverData, { ...handOver, residentConsultedOn })];
};

export const releaseContactPerson = (release: Content<typeof ContactPersonReleasedData>, { current, released }: ContactPersonState, at: Circumstances): Fact<typeof ContactPersonReleasedData>[] => {
  mustHaveMandate(at);
  if (current) return [fact(ContactPersonReleasedData, release)];
  return released ? [] : refuse('no-contact-person', 'This family has no contact person that you assigned.');
};

/** A colleague stands in, so that the family is never without a face (alert A13). */
export const arrangeCover = (cover: Content<typeof CoverArrangedData>, { current }: ContactPersonState, at: Circumstances): Fact<typeof CoverArrangedData>[] => {
  mustHaveMandate(at);
  if (!current) return refuse('no-contact-person', 'This family has no contact person that you assigned; assign one.');
  if (cover.until < dateOf(at.occurredAt)) unfit('cover-already-over', '/until', 'The cover must last until today or later.');
  if (cover.professional.id === current.professionalId) unfit('cover-by-oneself', '/professional', 'Someone else stands in for the contact person.');
  const same = current.cover?.professionalId === cover.professional.id && current.cover.until === cover.until;
  return same ? [] : [fact(CoverArrangedData, cover)];
};

const mustHaveMandate = ({ service, mandates }: Circumstances): void => {
  if (service !== 'gemeente' && !mandates.includes('contact-person')) refuse('no-mandate', 'Your region gave you no mandate to decide about contact persons; ask the gemeente.');
};
