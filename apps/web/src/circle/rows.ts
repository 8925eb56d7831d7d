import type { Circle, ContactPersonRow, InvolvementRow, ProfessionalView, SupporterRow, VisitRow } from '@kring/contracts';
import { capital, domainWord, roleWord, supporterWord } from '../words/codes.ts';
import { nameOf } from '../words/organisations.ts';

/** The rows of a circle as its reader gets them: personal texts opened, or null where this reader may not see them. */
type Text = string | null;
export type Involvement = InvolvementRow<Text>;
export type Visit = VisitRow<Text>;
type Supporter = SupporterRow<Text>;
export type ContactPerson = ContactPersonRow<Text>;
export type Professional = ProfessionalView<Text>;

/** A publisher's ids are unique within the partner only. */
export const involvementKey = (row: Involvement): string => `involvement/${row.organisation}/${row.involvementId}`;
export const visitKey = (row: Visit): string => `visit/${row.organisation}/${row.visitId}`;
export const supporterKey = (row: Supporter): string => `supporter/${row.organisation}/${row.supporterId}`;

export const isInvolvedNow = (row: Involvement): boolean => row.state !== 'ended';
export const isSupportingNow = (asOf: string) => (row: Supporter): boolean => row.until === null || row.until > asOf;
export const isAhead = (asOf: string) => (row: Visit): boolean => row.endsAt > asOf && (row.state === 'planned' || row.state === 'joint');
export const isOpenSignal = (row: Circle['signals'][number]): boolean => row.state !== 'answered';

/** A brokered organisation is known to be there and no more: the contact person knows the way. */
export const organisationWord = (row: { organisation?: string | null }): string => (row.organisation ? nameOf(row.organisation) : 'Nog een organisatie');
export const isBrokered = (row: Involvement): boolean => row.sensitivity === 'brokered';

export const personOf = (professional: Professional | null | undefined, role?: string): string =>
  professional?.name ?? roleWord(professional?.role ?? role ?? 'betrokkene');
export const involvedRole = (row: Involvement): string => roleWord(row.role ?? row.professional?.role);
export const involvedIn = (row: Involvement): string => domainWord(row.domain);
export const supporterName = (row: Supporter): string => (row.label ? capital(row.label) : supporterWord(row.kind));

export const isContactPerson = (row: Involvement, contactPerson: ContactPerson | null): boolean =>
  contactPerson !== null && row.organisation === contactPerson.organisation && row.professional?.id === contactPerson.professional.id;

const surname = (name: string): string => name.trim().split(/\s+/).slice(1).join(' ') || name;

/** What to call a household: the name of its head where the reader may know it. */
export const householdName = (circle: Pick<Circle, 'members' | 'area'>): string => {
  const head = circle.members.find((member) => member.relation === 'head') ?? circle.members[0];
  return head?.name ? `Huishouden ${surname(head.name)}` : `Huishouden in ${nameOf(circle.area)}`;
};

export const addressText = ({ address }: Pick<Circle, 'address'>): string | null =>
  address.masked || address.postcode === null ? null : `${address.postcode.replace(/^(\d{4})\s*/, '$1 ')}, nummer ${address.houseNumber ?? ''}${address.addition ? ` ${address.addition}` : ''}`;
