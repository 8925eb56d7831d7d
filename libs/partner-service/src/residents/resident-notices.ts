import { ResidentInformedData } from '@kring/contracts';
import { fact } from '../deciding/decider.ts';
import type { Circumstances, Content, Decider, Fact } from '../deciding/decider.ts';

/** What the resident was told about, and when. */
export type ResidentNotices = readonly { readonly about: string; readonly at: string }[];

export const residentNotices: Decider<ResidentNotices, typeof ResidentInformedData> = {
  initial: [],
  listensTo: [ResidentInformedData],
  evolve: (told, { data, occurredAt }) => [...told, { about: data.about, at: occurredAt }],
};

/** A resident may be told of the same thing more than once; the same moment is the same conversation. */
export const informResident = (notice: Content<typeof ResidentInformedData>, told: ResidentNotices, { occurredAt }: Circumstances): Fact<typeof ResidentInformedData>[] =>
  told.some(({ about, at }) => about === notice.about && at === occurredAt) ? [] : [fact(ResidentInformedData, notice)];
