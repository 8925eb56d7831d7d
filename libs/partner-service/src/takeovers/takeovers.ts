import { TakeoverAcceptedData, TakeoverRefusedData, TakeoverRequestedData } from '@kring/contracts';
import { fact } from '../deciding/decider.ts';
import type { Circumstances, Content, Decider, Fact } from '../deciding/decider.ts';
import { dateOf } from '../deciding/local-date.ts';
import { refuse, unfit } from '../deciding/refusal.ts';

type Takeover = { readonly to: string | null; readonly answer: 'accepted' | 'refused' | null };
/** The takeovers that this partner asked for, and those of others that it answered. */
export type Takeovers = ReadonlyMap<string, Takeover>;

const unheard: Takeover = { to: null, answer: null };
const spoken = [TakeoverRequestedData, TakeoverAcceptedData, TakeoverRefusedData] as const;

export const takeovers: Decider<Takeovers, (typeof spoken)[number]> = {
  initial: new Map(),
  listensTo: spoken,
  evolve: (known, event) => {
    const takeover = known.get(event.data.takeoverId) ?? unheard;
    const said = (news: Partial<Takeover>): Takeovers => new Map(known).set(event.data.takeoverId, { ...takeover, ...news });
    switch (event.type) {
      case TakeoverRequestedData.type:
        return said({ to: event.data.to });
      case TakeoverAcceptedData.type:
        return said({ answer: 'accepted' });
      case TakeoverRefusedData.type:
        return said({ answer: 'refused' });
    }
  },
};

/** As a command says it: the day of the consultation may be missing, and then the rule says so. */
export type TakeoverRequest = Omit<Content<typeof TakeoverRequestedData>, 'residentConsultedOn'> & { readonly residentConsultedOn?: string };

/** "Uiteraard in overleg met degene(n) om wie het gaat" (S1.22): nobody is taken over without being consulted. */
export const requestTakeover = (request: TakeoverRequest, known: Takeovers, { partner, now }: Circumstances): Fact<typeof TakeoverRequestedData>[] => {
  const { residentConsultedOn } = request;
  if (residentConsultedOn === undefined) return refuse('resident-not-consulted', 'Consult the resident first, and say on which day that was.');
  if (residentConsultedOn > dateOf(now)) unfit('resident-consulted-in-the-future', '/residentConsultedOn', 'The consultation must have taken place.');
  if (request.to === partner) unfit('takeover-by-oneself', '/to', 'Ask another partner or team to take over.');
  const { to } = known.get(request.takeoverId) ?? unheard;
  if (to === null) return [fact(TakeoverRequestedData, { ...request, residentConsultedOn })];
  return to === request.to ? [] : refuse('takeover-already-requested', 'Another takeover was requested under this id; take a new one.');
};

/** The mandate to take over is the region's to give (S1.24). */
export const acceptTakeover = (acceptance: Content<typeof TakeoverAcceptedData>, known: Takeovers, { mandates }: Circumstances): Fact<typeof TakeoverAcceptedData>[] => {
  if (!mandates.includes('takeover')) refuse('no-mandate', 'Your region gave you no mandate to take households over.');
  const { answer } = known.get(acceptance.takeoverId) ?? unheard;
  if (answer === 'refused') return refuse('takeover-already-answered', 'You refused this takeover; it must be asked anew.');
  return answer === 'accepted' ? [] : [fact(TakeoverAcceptedData, acceptance)];
};

export const refuseTakeover = ({ takeoverId }: Content<typeof TakeoverRefusedData>, known: Takeovers): Fact<typeof TakeoverRefusedData>[] => {
  const { answer } = known.get(takeoverId) ?? unheard;
  if (answer === 'accepted') return refuse('takeover-already-answered', 'You accepted this takeover.');
  return answer === 'refused' ? [] : [fact(TakeoverRefusedData, { takeoverId })];
};
