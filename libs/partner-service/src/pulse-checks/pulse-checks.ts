import { PulseCheckRecordedData } from '@kring/contracts';
import { fact } from '../deciding/decider.ts';
import type { Circumstances, Content, Decider, Fact } from '../deciding/decider.ts';
import { dateOf } from '../deciding/local-date.ts';
import { refuse, unfit } from '../deciding/refusal.ts';

type PulseCheck = { readonly at: string; readonly channel: string; readonly trend: string };
export type PulseChecks = readonly PulseCheck[];

export const pulseChecks: Decider<PulseChecks, typeof PulseCheckRecordedData> = {
  initial: [],
  listensTo: [PulseCheckRecordedData],
  evolve: (done, { data: { channel, trend }, occurredAt }) => [...done, { at: occurredAt, channel, trend }],
};

/** The contact person keeps a finger on the pulse. One moment has one pulse. */
export const recordPulseCheck = (check: Content<typeof PulseCheckRecordedData>, done: PulseChecks, { occurredAt }: Circumstances): Fact<typeof PulseCheckRecordedData>[] => {
  if (check.nextDue !== undefined && check.nextDue <= dateOf(occurredAt)) unfit('next-check-not-later', '/nextDue', 'The next check must be due on a later day.');
  const same = done.find(({ at }) => at === occurredAt);
  if (!same) return [fact(PulseCheckRecordedData, check)];
  if (same.channel === check.channel && same.trend === check.trend) return [];
  return refuse('pulse-already-checked', 'A check with another result was recorded for that moment.');
};
