import { IsBoolean } from 'class-validator';
import { proposalRules, type ProposalRule } from '../codes/together.ts';
import { Personal } from '../field/annotation.ts';
import { Published, type ContractEvent, type Publication } from '../field/published.ts';
import { HasShape, IsOneOf, Optional } from '../field/structure.ts';
import { IsCode, IsLocalDate, IsProse, IsPublisherId } from '../field/written.ts';
import { HouseholdFact } from '../shapes/fact.ts';
import { Professional } from '../shapes/professional.ts';

/** The gemeente decides who is the one face for a family, or a partner to which its region gave that mandate. */
const byMandate = (...features: string[]): Publication => ({ by: ['gemeente'], mandate: 'contact-person', features });

/** No one is the contact person yet, and this professional would be the natural one. */
@Published({ by: ['hub'], features: ['S4.15'] })
export class ContactPersonProposedData extends HouseholdFact {
  static readonly type = 'nl.kring.contact-persons.proposed.v1';
  @HasShape(() => Professional) professional!: Professional;
  @IsCode() organisation!: string;
  @IsOneOf(proposalRules) rule!: ProposalRule;
  /** The involvement in which this professional came; the name is in that event's box. */
  @Optional() @IsPublisherId() involvementId?: string;
}
export type ContactPersonProposed = ContractEvent<typeof ContactPersonProposedData>;

@Published(byMandate('S0.20', 'S4.15'))
export class ContactPersonAssignedData extends HouseholdFact {
  static readonly type = 'nl.kring.contact-persons.assigned.v1';
  @HasShape(() => Professional) professional!: Professional;
  /** The publisher itself where it is left out; another partner only under a delegation. */
  @Optional() @IsCode() organisation?: string;
  @IsBoolean() residentPreferred!: boolean;
}
export type ContactPersonAssigned = ContractEvent<typeof ContactPersonAssignedData>;

/** The resident was consulted first: without that day a hand-over is not told. */
@Published(byMandate('S0.20', 'S3.15'))
export class ContactPersonHandedOverData extends HouseholdFact {
  static readonly type = 'nl.kring.contact-persons.handed-over.v1';
  @HasShape(() => Professional) from!: Professional;
  @HasShape(() => Professional) to!: Professional;
  @Optional() @IsCode() toOrganisation?: string;
  @IsLocalDate() residentConsultedOn!: string;
}
export type ContactPersonHandedOver = ContractEvent<typeof ContactPersonHandedOverData>;

@Published(byMandate())
export class ContactPersonReleasedData extends HouseholdFact {
  static readonly type = 'nl.kring.contact-persons.released.v1';
  @IsProse() @Personal() reason!: string;
}
export type ContactPersonReleased = ContractEvent<typeof ContactPersonReleasedData>;

/** A colleague stands in for the contact person up to and including this day. */
@Published(byMandate())
export class CoverArrangedData extends HouseholdFact {
  static readonly type = 'nl.kring.contact-persons.cover-arranged.v1';
  @HasShape(() => Professional) professional!: Professional;
  @IsLocalDate() until!: string;
}
export type CoverArranged = ContractEvent<typeof CoverArrangedData>;
