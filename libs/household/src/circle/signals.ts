import type { Sensitivity, SignalRow } from '@kring/contracts';
import type { OpenData } from '../event-data.ts';
import type { RegionRules } from '../rules/region-rules.ts';
import { textOf, type Instant } from '../time/amsterdam.ts';
import { endOfTerm } from '../time/term.ts';
import { learnedBecause } from './because.ts';
import type { Happening } from './happening.ts';
import type { Part } from './part.ts';
import type { Perspective } from './perspective.ts';
import { Register } from './register.ts';

type Raised = OpenData['nl.kring.signals.raised.v1'];

export type Signal = {
  readonly publisher: string;
  readonly organisation: string;
  row: SignalRow;
  raisedAt: Instant;
  /** Only the first forwarding starts the clock anew. */
  forwardedAt: Instant | null;
  answeredAt: Instant | null;
  answeredBy: string | null;
  sensitivity: Sensitivity | null;
  /** When it waited for an answer; more than once where it was raised again. */
  readonly spans: { readonly from: Instant; until: Instant }[];
  /** The row as it was drawn last: most signals are answered and never change again. */
  drawn?: { readonly of: SignalRow; readonly due: Instant; readonly row: SignalRow };
};
export type Signals = Register<Signal>;

const raisedRow = (happening: Happening<Raised>): SignalRow => ({
  signalId: happening.data.signalId,
  kind: happening.data.kind,
  domain: happening.data.domain,
  urgency: happening.data.urgency,
  raisedBy: happening.organisation,
  addressedTo: happening.data.addressedTo ?? null,
  state: 'open',
  raisedAt: happening.when,
  dueBy: null,
  answeredAt: null,
  outcome: null,
  reporterInformedAt: null,
  sensitivity: happening.data.sensitivity ?? 'normal',
  learnedAt: happening.late,
  because: [happening.event.id],
});

/** Raised again while unanswered is a correction and keeps its clock; raised again after an answer is a new signal. */
const raise = (signals: Signals, happening: Happening<Raised>): void => {
  const row = raisedRow(happening);
  const known = signals.own(row.signalId, happening);
  const fresh = { row, raisedAt: happening.at, forwardedAt: null, answeredAt: null, answeredBy: null, sensitivity: happening.data.sensitivity ?? null };
  if (!known) return signals.add(row.signalId, { publisher: happening.event.partner, organisation: happening.organisation, spans: [{ from: happening.at, until: Infinity }], ...fresh });
  if (known.answeredAt !== null) {
    known.spans.push({ from: happening.at, until: Infinity });
    Object.assign(known, fresh, { row: { ...row, ...learnedBecause(known.row, happening) } });
    return;
  }
  const { state, raisedAt, addressedTo } = known.row;
  known.sensitivity = fresh.sensitivity ?? known.sensitivity;
  known.row = { ...row, state, raisedAt, addressedTo: state === 'forwarded' ? addressedTo : row.addressedTo, ...learnedBecause(known.row, happening) };
};

/** A signal is answered or forwarded by the one it came to, who knows it by the raiser's id. */
const meant = (signals: Signals, happening: Happening<{ signalId: string }>): Signal | undefined =>
  signals.meant(happening.data.signalId, happening, { isOpen: (signal) => signal.answeredAt === null, addressee: ({ row }) => row.addressedTo });

const forward = (signals: Signals, happening: Happening<OpenData['nl.kring.signals.forwarded.v1']>): void => {
  const known = meant(signals, happening);
  if (!known || known.answeredAt !== null) return;
  known.forwardedAt ??= happening.at;
  known.row = { ...known.row, state: 'forwarded', addressedTo: happening.data.to, ...learnedBecause(known.row, happening) };
};

const answer = (signals: Signals, happening: Happening<OpenData['nl.kring.signals.answered.v1']>): void => {
  const known = meant(signals, happening);
  if (!known || known.answeredAt !== null) return;
  [known.answeredAt, known.answeredBy] = [happening.at, happening.organisation];
  const waited = known.spans.at(-1);
  if (waited) waited.until = happening.at;
  known.row = { ...known.row, state: 'answered', answeredAt: happening.when, outcome: happening.data.outcome, ...learnedBecause(known.row, happening) };
};

const informReporter = (signals: Signals, happening: Happening<{ signalId: string }>): void => {
  const same = signals.all(happening.data.signalId);
  const known = same.find((signal) => signal.row.reporterInformedAt === null && signal.answeredAt !== null) ?? meant(signals, happening);
  if (known) known.row = { ...known.row, reporterInformedAt: happening.when, ...learnedBecause(known.row, happening) };
};

export const signalsPart: Part<Signals> = {
  empty: () => new Register(),
  on: {
    'nl.kring.signals.raised.v1': raise,
    'nl.kring.signals.forwarded.v1': forward,
    'nl.kring.signals.answered.v1': answer,
    'nl.kring.signals.reporter-informed.v1': informReporter,
  },
};

/** The end of the term in which a signal must be answered; see alert A04. */
export const dueAt = (signal: Signal, rules: RegionRules): Instant => endOfTerm(signal.forwardedAt ?? signal.raisedAt, rules.thresholds.A04[signal.row.urgency]);

const rowOf = (signal: Signal, sensitivity: Sensitivity, rules: RegionRules): SignalRow => {
  const due = dueAt(signal, rules);
  const { drawn } = signal;
  if (drawn?.of === signal.row && drawn.due === due && drawn.row.sensitivity === sensitivity) return drawn.row;
  const row = { ...signal.row, dueBy: textOf(due), sensitivity };
  signal.drawn = { of: signal.row, due, row };
  return row;
};

export const signalRows = (signals: Signals, { discretion, rules }: Perspective): SignalRow[] =>
  signals.entries().map((signal) => rowOf(signal, discretion(signal.organisation, signal.sensitivity), rules));
