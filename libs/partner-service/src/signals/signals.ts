import { ReporterInformedData, SignalAnsweredData, SignalForwardedData, SignalRaisedData, housingSignalKinds } from '@kring/contracts';
import { fact } from '../deciding/decider.ts';
import type { Circumstances, Content, Decider, Fact, Open } from '../deciding/decider.ts';
import { refuse, unfit } from '../deciding/refusal.ts';

/** What this partner said about one signal. Another partner may have raised it: then `raised` is null. */
export type Signal = {
  readonly raised: Open<Content<typeof SignalRaisedData>> | null;
  readonly forwardedTo: string | null;
  readonly outcome: string | null;
  readonly reporterInformed: boolean;
};
export type Signals = ReadonlyMap<string, Signal>;

const unheard: Signal = { raised: null, forwardedTo: null, outcome: null, reporterInformed: false };
const spoken = [SignalRaisedData, SignalForwardedData, SignalAnsweredData, ReporterInformedData] as const;
export type SignalClass = (typeof spoken)[number];

export const signals: Decider<Signals, SignalClass> = {
  initial: new Map(),
  listensTo: spoken,
  evolve: (known, event) => {
    const { signalId } = event.data;
    const signal = known.get(signalId) ?? unheard;
    const heard = (news: Partial<Signal>): Signals => new Map(known).set(signalId, { ...signal, ...news });
    switch (event.type) {
      case SignalRaisedData.type:
        return heard({ raised: event.data });
      case SignalForwardedData.type:
        return heard({ forwardedTo: event.data.to });
      case SignalAnsweredData.type:
        return heard({ outcome: event.data.outcome });
      case ReporterInformedData.type:
        return heard({ reporterInformed: true });
    }
  },
};

/** A landlord signals what it sees as a landlord, and no more: what it hears beyond that is not its to share. */
export const raiseSignal = (signal: Content<typeof SignalRaisedData>, known: Signals, { service }: Circumstances): Fact<typeof SignalRaisedData>[] => {
  if (service === 'woningcorporatie' && !housingSignalKinds.some((kind) => kind === signal.kind)) {
    refuse('signal-kind-not-for-housing', `A housing corporation signals ${housingSignalKinds.join(', ')} only.`);
  }
  const raised = known.get(signal.signalId)?.raised;
  if (!raised) return [fact(SignalRaisedData, signal)];
  if (sameSignal(raised, signal)) return [];
  return refuse('signal-already-raised', 'Another signal was raised under this id; take a new one.');
};

const sameSignal = (one: Open<Content<typeof SignalRaisedData>>, other: Content<typeof SignalRaisedData>): boolean =>
  one.kind === other.kind && one.domain === other.domain && one.urgency === other.urgency && one.addressedTo === other.addressedTo;

/** Whoever a signal is for may answer it; the hub knows it even where this partner did not raise it. */
export const answerSignal = (answer: Content<typeof SignalAnsweredData>, known: Signals): Fact<typeof SignalAnsweredData>[] => {
  const outcome = known.get(answer.signalId)?.outcome ?? null;
  if (outcome === answer.outcome) return [];
  if (outcome !== null) return refuse('signal-already-answered', 'This signal was answered before, with another outcome.');
  return [fact(SignalAnsweredData, answer)];
};

export const forwardSignal = (forwarding: Content<typeof SignalForwardedData>, known: Signals, { partner }: Circumstances): Fact<typeof SignalForwardedData>[] => {
  if (forwarding.to === partner) unfit('signal-forwarded-to-oneself', '/to', 'Forward it to another partner or team, or answer it.');
  const signal = known.get(forwarding.signalId) ?? unheard;
  if (signal.forwardedTo === forwarding.to) return [];
  if (signal.outcome !== null) return refuse('signal-already-answered', 'This signal was answered; whoever takes it further raises a new one.');
  return [fact(SignalForwardedData, forwarding)];
};

/** Who raised a signal hears that something was done with it. That is told once. */
export const informReporter = (notice: Content<typeof ReporterInformedData>, known: Signals): Fact<typeof ReporterInformedData>[] =>
  known.get(notice.signalId)?.reporterInformed ? [] : [fact(ReporterInformedData, notice)];
