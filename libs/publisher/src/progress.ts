import type { PublishAnswer } from './answer.ts';
import type { Offset } from './lines.ts';

/** How far a long delivery has come: everything before the offset is durable in the hub. Plain data, to be kept in a file. */
export type Progress = Offset & Omit<PublishAnswer, 'results'>;

export const beforeTheFirstLine: Progress = { lines: 0, bytes: 0, accepted: 0, duplicates: 0, rejected: 0, position: null };

export const withAnswer = (before: Progress, end: Offset, answer: PublishAnswer): Progress => ({
  ...end,
  accepted: before.accepted + answer.accepted,
  duplicates: before.duplicates + answer.duplicates,
  rejected: before.rejected + answer.rejected,
  position: answer.position ?? before.position,
});
