import { Published, type ContractEvent } from '../field/published.ts';
import { HasShape } from '../field/structure.ts';
import { IsCode, IsLocalDate, IsPublisherId } from '../field/written.ts';
import { HouseholdFact } from '../shapes/fact.ts';
import { Professional } from '../shapes/professional.ts';

/** A team asks another to take the household over, in consultation with the resident and on no other terms. */
@Published({ by: ['any'], expected: 'team', features: ['S1.21', 'S1.22'] })
export class TakeoverRequestedData extends HouseholdFact {
  static readonly type = 'nl.kring.takeovers.requested.v1';
  @IsPublisherId() takeoverId!: string;
  @IsCode() to!: string;
  @IsLocalDate() residentConsultedOn!: string;
}
export type TakeoverRequested = ContractEvent<typeof TakeoverRequestedData>;

@Published({ by: ['any'], expected: 'team', features: ['S1.21', 'S1.22'] })
export class TakeoverAcceptedData extends HouseholdFact {
  static readonly type = 'nl.kring.takeovers.accepted.v1';
  @IsPublisherId() takeoverId!: string;
  @HasShape(() => Professional) professional!: Professional;
}
export type TakeoverAccepted = ContractEvent<typeof TakeoverAcceptedData>;

@Published({ by: ['any'], expected: 'team', features: ['S1.21', 'S1.22'] })
export class TakeoverRefusedData extends HouseholdFact {
  static readonly type = 'nl.kring.takeovers.refused.v1';
  @IsPublisherId() takeoverId!: string;
}
export type TakeoverRefused = ContractEvent<typeof TakeoverRefusedData>;
