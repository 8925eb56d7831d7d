import type { AccessLog, TokenVerifier } from '@kring/access';
import type { KeyStore } from '@kring/key-store';
import type { Clock } from '@kring/platform';
import type { HouseholdView, ViewProgress } from '@kring/projection-runtime';
import type { Regions } from '@kring/regions';
import type { Sealer } from '@kring/sealing';
import type { HouseholdIndex } from './household-index.ts';

/** What the queries of this application are made with. */
export type HouseholdApiParts = {
  readonly view: HouseholdView;
  /** How far that view is. */
  readonly progress: ViewProgress;
  readonly index: HouseholdIndex;
  readonly keyStore: KeyStore;
  readonly sealer: Sealer;
  readonly regions: Regions;
  readonly clock: Clock;
  readonly accessLog: AccessLog;
  /** Says whether the token of a reader who follows a circle is still good. */
  readonly verifier: Pick<TokenVerifier, 'callerOf'>;
  /** Readers who may follow circles at the same time; default 2,000. */
  readonly maxWatchers?: number;
  /** Milliseconds between two signs of life on a quiet stream; default 15,000. */
  readonly heartbeatMs?: number;
};
