import type { Signal } from '../circle/signals.ts';
import type { Situation } from '../circle/situation.ts';
import { endOfTerm, termInWords } from '../time/term.ts';
import type { AlertRule, Raised } from './alert.ts';
import { signalOrganisations } from './signal-actor.ts';
import { actorInWords } from './wording.ts';

const raisedFor = (signal: Signal, situation: Situation): Raised[] => {
  const { rules, moment, discretion } = situation;
  if (signal.answeredAt === null || signal.row.reporterInformedAt !== null) return [];
  const since = endOfTerm(signal.answeredAt, rules.thresholds.A18.within);
  if (!moment.reached(since)) return [];
  const actor = signal.answeredBy;
  const [acts, term] = [actorInWords(actor, rules), termInWords(rules.thresholds.A18.within)];
  return [
    {
      since,
      because: signal.row.because,
      actor,
      organisations: [...new Set([...signalOrganisations(signal, situation), ...(actor === null ? [] : [actor])])],
      sensitivity: discretion(signal.organisation, signal.sensitivity),
      message: {
        nl: `Een signaal is beantwoord, maar de melder weet dat na ${term.nl} nog niet. ${acts.nl} laat de melder weten dat er iets mee is gedaan, niet wat.`,
        en: `A signal was answered, but after ${term.en} its reporter does not know. ${acts.en} should tell the reporter that something was done with it, not what.`,
      },
    },
  ];
};

/** A18. Whoever was worried enough to say so was left in the dark. Source: S1.14. */
export const reporterUninformed: AlertRule = {
  code: 'A18',
  name: 'reporter-uninformed',
  severity: 'warning',
  threshold: ({ rules }) => termInWords(rules.thresholds.A18.within).en,
  raisedBy: (situation) => situation.facts.signals.entries().flatMap((signal) => raisedFor(signal, situation)),
};
