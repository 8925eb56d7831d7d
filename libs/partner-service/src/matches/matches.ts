import { CoordinationAgreedData, MatchAcknowledgedData, MatchClosedData } from '@kring/contracts';
import { fact } from '../deciding/decider.ts';
import type { Content, Decider, Fact } from '../deciding/decider.ts';
import { refuse } from '../deciding/refusal.ts';

type Match = { readonly acknowledged: boolean; readonly ownerId: string | null; readonly outcome: string | null };
/** What this partner said about the matches that the hub detected; the hub knows whether it takes part in them. */
export type Matches = ReadonlyMap<string, Match>;

const untouched: Match = { acknowledged: false, ownerId: null, outcome: null };
const spoken = [MatchAcknowledgedData, CoordinationAgreedData, MatchClosedData] as const;

export const matches: Decider<Matches, (typeof spoken)[number]> = {
  initial: new Map(),
  listensTo: spoken,
  evolve: (known, event) => {
    const match = known.get(event.data.matchId) ?? untouched;
    const said = (news: Partial<Match>): Matches => new Map(known).set(event.data.matchId, { ...match, ...news });
    switch (event.type) {
      case MatchAcknowledgedData.type:
        return said({ acknowledged: true });
      case CoordinationAgreedData.type:
        return said({ ownerId: event.data.owner.id });
      case MatchClosedData.type:
        return said({ outcome: event.data.outcome });
    }
  },
};

/** "We know that they are there too" (S0.16): from here on nobody is unaware of the other. */
export const acknowledgeMatch = ({ matchId }: Content<typeof MatchAcknowledgedData>, known: Matches): Fact<typeof MatchAcknowledgedData>[] =>
  known.get(matchId)?.acknowledged ? [] : [fact(MatchAcknowledgedData, { matchId })];

/** Someone keeps the whole together; who does may change until the match is closed. */
export const agreeCoordination = (agreement: Content<typeof CoordinationAgreedData>, known: Matches): Fact<typeof CoordinationAgreedData>[] => {
  const { ownerId, outcome } = known.get(agreement.matchId) ?? untouched;
  if (ownerId === agreement.owner.id) return [];
  return outcome === null ? [fact(CoordinationAgreedData, agreement)] : refuse('match-already-closed', 'This match is closed; a new organisation opens a new one.');
};

export const closeMatch = (closing: Content<typeof MatchClosedData>, known: Matches): Fact<typeof MatchClosedData>[] => {
  const { outcome } = known.get(closing.matchId) ?? untouched;
  if (outcome === null) return [fact(MatchClosedData, closing)];
  return outcome === closing.outcome ? [] : refuse('match-already-closed', 'This match was closed with another outcome.');
};
