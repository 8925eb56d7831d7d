import type { Position } from '@kring/event-store';
import type { Differences } from './comparison.ts';

/** `compared`: as was asked, the new generation was compared and not switched in. */
export type RebuildStage = 'clearing' | 'building' | 'comparing' | 'switching' | 'switched' | 'compared' | 'failed' | 'called-off';

export type RebuildReport = {
  readonly kind: 'rebuild' | 'back';
  readonly stage: RebuildStage;
  readonly generation: number;
  /** Whether it went on where an earlier attempt was cut short. */
  readonly resumed: boolean;
  readonly startedAt: string;
  readonly endedAt: string | null;
  /** How far the new generation is, and how far it has to go. */
  readonly position: Position;
  readonly goal: Position;
  readonly events: number;
  /** How often a part of the view was drawn from what was kept for later. */
  readonly drawn: number;
  /** Rows that were compared with the view that serves. */
  readonly rows: number;
  /** Null where there was nothing to compare with: a former view that is gone back to, or one that could not be followed. */
  readonly differences: Differences | null;
  /** Name of the error and where it was thrown; never its message, which may quote a value. */
  readonly fault: string | null;
};

export type RebuildOptions = {
  /** Begins a new generation also where an earlier attempt could be gone on with. */
  readonly fromScratch?: boolean;
  /** Compares the new generation and drops it again. */
  readonly compareOnly?: boolean;
};

export type RefusalRule = 'rebuild-running' | 'projection-not-followed' | 'nothing-to-go-back-to';

const sentences: Readonly<Record<RefusalRule, string>> = {
  'rebuild-running': 'This projection is being rebuilt already; wait until that is done, or call it off.',
  'projection-not-followed': 'This projection has not caught up with the log yet; try again when it is live.',
  'nothing-to-go-back-to': 'There is no former generation to go back to.',
};

/** A rebuild that cannot be begun now. The message is a sentence for the operator. */
export class RebuildRefused extends Error {
  override readonly name = 'RebuildRefused';
  constructor(readonly rule: RefusalRule) {
    super(sentences[rule]);
  }
}
