import type { MatchRow } from '@kring/contracts';
import type { Personal } from '../event.ts';
import type { OpenData } from '../event-data.ts';
import type { Instant } from '../time/amsterdam.ts';
import { alsoBecause } from './because.ts';
import { professionalOf, type Happening } from './happening.ts';
import type { Part } from './part.ts';

type Row = MatchRow<Personal>;

export type Match = {
  row: Row;
  readonly detectedAt: Instant;
  /** Since when each organisation has been able to know of the match. */
  readonly joinedAt: Map<string, Instant>;
  agreedAt: Instant | null;
};

/** By the hub's own ids. */
export type Matches = Map<string, Match>;

const stateOf = ({ outcome, owner, organisations, acknowledgedBy }: Row): Row['state'] => {
  if (outcome !== null) return 'closed';
  if (owner !== null) return 'agreed';
  return organisations.every((organisation) => acknowledgedBy.includes(organisation)) ? 'acknowledged' : 'detected';
};

const became = (match: Match, happening: Happening, change: Partial<Row>): void => {
  const row = { ...match.row, ...change, ...alsoBecause(match.row, happening) };
  match.row = { ...row, state: stateOf(row) };
};

/** Detected again under the same id means that another organisation joined: the list is the full one. */
const detect = (matches: Matches, happening: Happening<OpenData['nl.kring.matches.detected.v1']>): void => {
  const { matchId, involvements } = happening.data;
  const organisations = [...new Set(involvements.map(({ organisation }) => organisation))];
  const known = matches.get(matchId);
  const match: Match = known ?? {
    row: { matchId, organisations, state: 'detected', acknowledgedBy: [], owner: null, outcome: null, detectedAt: happening.when, because: [] },
    detectedAt: happening.at,
    joinedAt: new Map(),
    agreedAt: null,
  };
  if (!known) matches.set(matchId, match);
  for (const organisation of organisations) if (!match.joinedAt.has(organisation)) match.joinedAt.set(organisation, happening.at);
  became(match, happening, { organisations });
};

const acknowledge = (matches: Matches, happening: Happening<{ matchId: string }>): void => {
  const match = matches.get(happening.data.matchId);
  const { organisation } = happening;
  if (!match?.row.organisations.includes(organisation) || match.row.acknowledgedBy.includes(organisation)) return;
  became(match, happening, { acknowledgedBy: [...match.row.acknowledgedBy, organisation] });
};

const agree = (matches: Matches, happening: Happening<OpenData['nl.kring.matches.coordination-agreed.v1']>): void => {
  const match = matches.get(happening.data.matchId);
  if (!match) return;
  match.agreedAt ??= happening.at;
  became(match, happening, { owner: professionalOf(happening, '/owner', happening.data.owner) });
};

const close = (matches: Matches, happening: Happening<OpenData['nl.kring.matches.closed.v1']>): void => {
  const match = matches.get(happening.data.matchId);
  if (match) became(match, happening, { outcome: happening.data.outcome });
};

export const matchesPart: Part<Matches> = {
  empty: () => new Map(),
  on: {
    'nl.kring.matches.detected.v1': detect,
    'nl.kring.matches.acknowledged.v1': acknowledge,
    'nl.kring.matches.coordination-agreed.v1': agree,
    'nl.kring.matches.closed.v1': close,
  },
};

export const matchRows = (matches: Matches): Row[] => [...matches.values()].map(({ row }) => row);
