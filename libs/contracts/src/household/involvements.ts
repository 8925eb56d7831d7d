import { domains, levels, type Domain, type Level } from '../codes/ground.ts';
import { endReasons, type EndReason } from '../codes/together.ts';
import { Published, type ContractEvent } from '../field/published.ts';
import { HasShape, IsOneOf, Optional } from '../field/structure.ts';
import { IsCode, IsLocalDate, IsPublisherId } from '../field/written.ts';
import { HouseholdFact } from '../shapes/fact.ts';
import { Person } from '../shapes/person.ts';
import { Professional } from '../shapes/professional.ts';

/** A professional of an organisation is there for the household from now on. Why is never told, beyond role and domain. */
@Published({ by: ['any'], features: ['S0.16', 'S1.13'] })
export class InvolvementStartedData extends HouseholdFact {
  static readonly type = 'nl.kring.involvements.started.v1';
  @IsPublisherId() involvementId!: string;
  @HasShape(() => Professional) professional!: Professional;
  @IsOneOf(levels) level!: Level;
  @IsOneOf(domains) domain!: Domain;
  /** Whom of the household it is for; everyone where it is left out. */
  @Optional() @HasShape(() => Person) person?: Person;
  /** The publisher itself where it is left out; another partner only under a delegation. */
  @Optional() @IsCode() organisation?: string;
  @Optional() @IsLocalDate() expectedEnd?: string;
}
export type InvolvementStarted = ContractEvent<typeof InvolvementStartedData>;

/** Another professional, level, domain or expected end; what is left out stays as it was. */
@Published({ by: ['any'] })
export class InvolvementChangedData extends HouseholdFact {
  static readonly type = 'nl.kring.involvements.changed.v1';
  @IsPublisherId() involvementId!: string;
  @Optional() @HasShape(() => Professional) professional?: Professional;
  @Optional() @IsOneOf(levels) level?: Level;
  @Optional() @IsOneOf(domains) domain?: Domain;
  @Optional() @IsLocalDate() expectedEnd?: string;
}
export type InvolvementChanged = ContractEvent<typeof InvolvementChangedData>;

@Published({ by: ['any'], features: ['S3.10'] })
export class InvolvementEndedData extends HouseholdFact {
  static readonly type = 'nl.kring.involvements.ended.v1';
  @IsPublisherId() involvementId!: string;
  @IsOneOf(endReasons) reason!: EndReason;
}
export type InvolvementEnded = ContractEvent<typeof InvolvementEndedData>;

/** Still involved: says so before the involvement counts as stale (alert A10). */
@Published({ by: ['any'], features: ['S4.5'] })
export class InvolvementConfirmedData extends HouseholdFact {
  static readonly type = 'nl.kring.involvements.confirmed.v1';
  @IsPublisherId() involvementId!: string;
}
export type InvolvementConfirmed = ContractEvent<typeof InvolvementConfirmedData>;

/** The resident, or the gemeente for them, says that this involvement is not as it is told. */
@Published({ by: ['resident', 'gemeente'] })
export class InvolvementContestedData extends HouseholdFact {
  static readonly type = 'nl.kring.involvements.contested.v1';
  @IsPublisherId() involvementId!: string;
}
export type InvolvementContested = ContractEvent<typeof InvolvementContestedData>;
