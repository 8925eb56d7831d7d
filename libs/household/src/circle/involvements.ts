import type { InvolvementRow, Sensitivity } from '@kring/contracts';
import type { Personal } from '../event.ts';
import type { OpenData } from '../event-data.ts';
import type { Instant } from '../time/amsterdam.ts';
import { learnedBecause } from './because.ts';
import { professionalOf, type Happening } from './happening.ts';
import type { Part } from './part.ts';
import { Register } from './register.ts';

type Row = InvolvementRow<Personal>;
type Started = OpenData['nl.kring.involvements.started.v1'];
type Changed = OpenData['nl.kring.involvements.changed.v1'];

/** A stretch of time in which an involvement ran at one level. */
export type Span = { readonly from: Instant; until: Instant; readonly level: string };

export type Involvement = {
  readonly publisher: string;
  readonly organisation: string;
  row: Row;
  startedAt: Instant;
  /** As the publisher said it; where it said nothing, the partner's usual sensitivity holds. */
  sensitivity: Sensitivity | null;
  /** When a resident or the municipality contested it, while that is undecided. */
  contestedAt: Instant | null;
  readonly spans: Span[];
};

export type Involvements = Register<Involvement>;

const openSpan = (involvement: Involvement, from: Instant, level: string): void => {
  closeSpan(involvement, from);
  involvement.spans.push({ from, until: Infinity, level });
};

const closeSpan = (involvement: Involvement, until: Instant): void => {
  const last = involvement.spans.at(-1);
  if (last && last.until === Infinity) last.until = until;
};

const personOf = (person: Started['person']): string | null => (typeof person === 'object' ? (person.personId ?? null) : (person ?? null));

const startedRow = (happening: Happening<Started>): Row => ({
  involvementId: happening.data.involvementId,
  organisation: happening.organisation,
  professional: professionalOf(happening, '/professional', happening.data.professional),
  role: happening.data.professional.role,
  level: happening.data.level,
  domain: happening.data.domain,
  person: personOf(happening.data.person),
  since: happening.when,
  until: null,
  expectedEnd: happening.data.expectedEnd ?? null,
  endReason: null,
  state: 'active',
  lastConfirmed: null,
  legalBasis: happening.data.legalBasis ?? '',
  sensitivity: happening.data.sensitivity ?? 'normal',
  learnedAt: happening.late,
  because: [happening.event.id],
});

/** Started again while it runs is a correction, and runs since the first start; started again after its end is a new run. */
const start = (involvements: Involvements, happening: Happening<Started>): void => {
  const row = startedRow(happening);
  const known = involvements.own(row.involvementId, happening);
  if (!known) {
    const involvement: Involvement = {
      publisher: happening.event.partner,
      organisation: happening.organisation,
      row,
      startedAt: happening.at,
      sensitivity: happening.data.sensitivity ?? null,
      contestedAt: null,
      spans: [{ from: happening.at, until: Infinity, level: row.level }],
    };
    involvements.add(row.involvementId, involvement);
    return;
  }
  const runs = known.row.until === null;
  if (!runs) known.startedAt = happening.at;
  if (!runs || row.level !== known.row.level) openSpan(known, happening.at, row.level);
  known.sensitivity = happening.data.sensitivity ?? known.sensitivity;
  known.contestedAt = null;
  known.row = { ...row, since: runs ? known.row.since : row.since, lastConfirmed: known.row.lastConfirmed, ...learnedBecause(known.row, happening) };
};

const change = (involvements: Involvements, happening: Happening<Changed>): void => {
  const { data } = happening;
  const known = running(involvements, happening);
  if (!known) return;
  if (data.level !== undefined && data.level !== known.row.level) openSpan(known, happening.at, data.level);
  known.sensitivity = data.sensitivity ?? known.sensitivity;
  known.contestedAt = null;
  known.row = {
    ...known.row,
    professional: data.professional ? professionalOf(happening, '/professional', data.professional) : known.row.professional,
    role: data.professional?.role ?? known.row.role,
    level: data.level ?? known.row.level,
    domain: data.domain ?? known.row.domain,
    expectedEnd: data.expectedEnd ?? known.row.expectedEnd,
    legalBasis: data.legalBasis ?? known.row.legalBasis,
    state: 'active',
    ...learnedBecause(known.row, happening),
  };
};

const end = (involvements: Involvements, happening: Happening<OpenData['nl.kring.involvements.ended.v1']>): void => {
  const known = running(involvements, happening);
  if (!known) return;
  closeSpan(known, happening.at);
  known.contestedAt = null;
  known.row = { ...known.row, until: happening.when, endReason: happening.data.reason, state: 'ended', ...learnedBecause(known.row, happening) };
};

const confirm = (involvements: Involvements, happening: Happening<{ involvementId: string }>): void => {
  const known = running(involvements, happening);
  if (!known) return;
  known.contestedAt = null;
  known.row = { ...known.row, lastConfirmed: happening.when, legalBasis: happening.data.legalBasis ?? known.row.legalBasis, state: 'active', ...learnedBecause(known.row, happening) };
};

/** The resident or the municipality contests what another published, by its id alone: every running involvement with that id. */
const contest = (involvements: Involvements, happening: Happening<{ involvementId: string }>): void => {
  const own = running(involvements, happening);
  const contested = own ? [own] : involvements.all(happening.data.involvementId);
  for (const known of contested) {
    if (known.row.until !== null) continue;
    known.contestedAt ??= happening.at;
    known.row = { ...known.row, state: 'contested', ...learnedBecause(known.row, happening) };
  }
};

/** What never started, or has ended, cannot change, end or be confirmed: such an event says nothing. */
const running = (involvements: Involvements, happening: Happening<{ involvementId: string }>): Involvement | undefined => {
  const known = involvements.own(happening.data.involvementId, happening);
  return known?.row.until === null ? known : undefined;
};

export const involvementsPart: Part<Involvements> = {
  empty: () => new Register(),
  on: {
    'nl.kring.involvements.started.v1': start,
    'nl.kring.involvements.changed.v1': change,
    'nl.kring.involvements.ended.v1': end,
    'nl.kring.involvements.confirmed.v1': confirm,
    'nl.kring.involvements.contested.v1': contest,
  },
};
