import { Published, type ContractEvent } from '../field/published.ts';
import { HasShape, IsAfter, IsListOf } from '../field/structure.ts';
import { IsCode, IsInstant, IsPublisherId } from '../field/written.ts';
import { HouseholdFact } from '../shapes/fact.ts';
import { Professional } from '../shapes/professional.ts';

/** A professional will come to the door in this slot. */
@Published({ by: ['any'], features: ['S0.16'] })
export class VisitPlannedData extends HouseholdFact {
  static readonly type = 'nl.kring.visits.planned.v1';
  @IsPublisherId() visitId!: string;
  @IsInstant() startsAt!: string;
  @IsInstant() @IsAfter('startsAt') endsAt!: string;
  @HasShape(() => Professional) professional!: Professional;
}
export type VisitPlanned = ContractEvent<typeof VisitPlannedData>;

@Published({ by: ['any'], features: ['S0.16'] })
export class VisitRescheduledData extends HouseholdFact {
  static readonly type = 'nl.kring.visits.rescheduled.v1';
  @IsPublisherId() visitId!: string;
  @IsInstant() startsAt!: string;
  @IsInstant() @IsAfter('startsAt') endsAt!: string;
}
export type VisitRescheduled = ContractEvent<typeof VisitRescheduledData>;

@Published({ by: ['any'], features: ['S0.16'] })
export class VisitCancelledData extends HouseholdFact {
  static readonly type = 'nl.kring.visits.cancelled.v1';
  @IsPublisherId() visitId!: string;
}
export type VisitCancelled = ContractEvent<typeof VisitCancelledData>;

@Published({ by: ['any'], features: ['S0.16'] })
export class VisitCompletedData extends HouseholdFact {
  static readonly type = 'nl.kring.visits.completed.v1';
  @IsPublisherId() visitId!: string;
}
export type VisitCompleted = ContractEvent<typeof VisitCompletedData>;

/** A visit of one of the organisations that come together. */
export class OrganisationVisit {
  @IsCode() organisation!: string;
  @IsPublisherId() visitId!: string;
}

/** Two or more organisations come at the same time because they agreed to, which is no collision (alert A07). */
@Published({ by: ['any'], expected: 'involved', features: ['S0.15'] })
export class JointVisitAgreedData extends HouseholdFact {
  static readonly type = 'nl.kring.visits.joint-agreed.v1';
  @IsListOf(() => OrganisationVisit, { min: 2, max: 20 }) visitIds!: OrganisationVisit[];
  @IsInstant() startsAt!: string;
  @IsInstant() @IsAfter('startsAt') endsAt!: string;
}
export type JointVisitAgreed = ContractEvent<typeof JointVisitAgreedData>;
