import { IsBoolean } from 'class-validator';
import { consentScopes, type ConsentScope } from '../codes/together.ts';
import { Published, type ContractEvent } from '../field/published.ts';
import { IsListWritten, IsOneOf, Optional } from '../field/structure.ts';
import { IsCode, IsLocalDate, IsPublisherId } from '../field/written.ts';
import { HouseholdFact } from '../shapes/fact.ts';

@Published({ by: ['any', 'resident'] })
export class ConsentGivenData extends HouseholdFact {
  static readonly type = 'nl.kring.consents.given.v1';
  @IsOneOf(consentScopes) scope!: ConsentScope;
  /** Every partner of the household where it is left out. */
  @Optional() @IsListWritten(IsCode) withOrganisations?: string[];
  @Optional() @IsLocalDate() expiresOn?: string;
}
export type ConsentGiven = ContractEvent<typeof ConsentGivenData>;

@Published({ by: ['any', 'resident'] })
export class ConsentWithdrawnData extends HouseholdFact {
  static readonly type = 'nl.kring.consents.withdrawn.v1';
  @IsOneOf(consentScopes) scope!: ConsentScope;
}
export type ConsentWithdrawn = ContractEvent<typeof ConsentWithdrawnData>;

/** The resident objects to how their data is used (AVG art. 21); to be decided within a month (alert A24). */
@Published({ by: ['resident', 'gemeente'] })
export class ObjectionRaisedData extends HouseholdFact {
  static readonly type = 'nl.kring.objections.raised.v1';
  @IsPublisherId() objectionId!: string;
  /** What it is against: one of the scopes of consent, or a code of the region's own. */
  @IsCode() scope!: string;
}
export type ObjectionRaised = ContractEvent<typeof ObjectionRaisedData>;

/** Only the gemeente decides on an objection. */
@Published({ by: ['gemeente'] })
export class ObjectionDecidedData extends HouseholdFact {
  static readonly type = 'nl.kring.objections.decided.v1';
  @IsPublisherId() objectionId!: string;
  @IsBoolean() upheld!: boolean;
}
export type ObjectionDecided = ContractEvent<typeof ObjectionDecidedData>;
