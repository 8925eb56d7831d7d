import { levels, type Level } from '../codes/ground.ts';
import { rejectionReasons, type RejectionReason } from '../codes/together.ts';
import { Personal } from '../field/annotation.ts';
import { Published, type ContractEvent } from '../field/published.ts';
import { IsOneOf, Optional } from '../field/structure.ts';
import { IsCode, IsProse, IsPublisherId } from '../field/written.ts';
import { HouseholdFact } from '../shapes/fact.ts';

/** Another organisation is asked to take over responsibility. A chain of these should need two steps at most (alert A05). */
@Published({ by: ['any'], features: ['S0.18', 'S0.19'] })
export class ReferralRequestedData extends HouseholdFact {
  static readonly type = 'nl.kring.referrals.requested.v1';
  @IsPublisherId() referralId!: string;
  /** The same for every referral that follows from one question. */
  @IsPublisherId() chainId!: string;
  /** The partner or team that is asked. */
  @IsCode() to!: string;
  @IsCode() discipline!: string;
  @IsOneOf(levels) level!: Level;
  @Optional() @IsProse() @Personal() reasonForExtraStep?: string;
}
export type ReferralRequested = ContractEvent<typeof ReferralRequestedData>;

@Published({ by: ['any'], expected: 'receiver', features: ['S1.23'] })
export class ReferralAcceptedData extends HouseholdFact {
  static readonly type = 'nl.kring.referrals.accepted.v1';
  @IsPublisherId() referralId!: string;
}
export type ReferralAccepted = ContractEvent<typeof ReferralAcceptedData>;

@Published({ by: ['any'], expected: 'receiver', features: ['S1.23'] })
export class ReferralRejectedData extends HouseholdFact {
  static readonly type = 'nl.kring.referrals.rejected.v1';
  @IsPublisherId() referralId!: string;
  @IsOneOf(rejectionReasons) reason!: RejectionReason;
}
export type ReferralRejected = ContractEvent<typeof ReferralRejectedData>;

@Published({ by: ['any'], expected: 'receiver', features: ['S1.23'] })
export class ReferralStartedData extends HouseholdFact {
  static readonly type = 'nl.kring.referrals.started.v1';
  @IsPublisherId() referralId!: string;
}
export type ReferralStarted = ContractEvent<typeof ReferralStartedData>;

@Published({ by: ['any'], expected: 'receiver', features: ['S1.23'] })
export class ReferralCompletedData extends HouseholdFact {
  static readonly type = 'nl.kring.referrals.completed.v1';
  @IsPublisherId() referralId!: string;
}
export type ReferralCompleted = ContractEvent<typeof ReferralCompletedData>;

@Published({ by: ['any'], expected: 'requester', features: ['S1.23'] })
export class ReferralCancelledData extends HouseholdFact {
  static readonly type = 'nl.kring.referrals.cancelled.v1';
  @IsPublisherId() referralId!: string;
}
export type ReferralCancelled = ContractEvent<typeof ReferralCancelledData>;
