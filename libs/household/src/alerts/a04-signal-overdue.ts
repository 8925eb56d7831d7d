import { dueAt, type Signal } from '../circle/signals.ts';
import type { Situation } from '../circle/situation.ts';
import { termInWords } from '../time/term.ts';
import type { AlertRule, Message, Raised } from './alert.ts';
import { signalActor, signalOrganisations } from './signal-actor.ts';
import { actorInWords } from './wording.ts';

const messageOf = ({ row }: Signal, actor: string, { rules }: Situation): Message => {
  const [acts, term] = [actorInWords(actor, rules), termInWords(rules.thresholds.A04[row.urgency])];
  return {
    nl: `Een signaal wacht langer dan ${term.nl} op antwoord. ${acts.nl} antwoordt, of zet het door naar wie dat kan.`,
    en: `A signal has been waiting for an answer for longer than ${term.en}. ${acts.en} should answer it, or forward it to whoever can.`,
  };
};

const raised = (signal: Signal, situation: Situation): Raised => {
  const actor = signalActor(signal, situation);
  return {
    since: dueAt(signal, situation.rules),
    because: signal.row.because,
    actor,
    organisations: signalOrganisations(signal, situation),
    message: messageOf(signal, actor, situation),
    severity: signal.row.urgency === 'urgent' ? 'urgent' : 'warning',
    sensitivity: situation.discretion(signal.organisation, signal.sensitivity),
  };
};

/** A04. Somebody was worried and heard nothing. Source: S4.29, S1.14. */
export const signalOverdue: AlertRule = {
  code: 'A04',
  name: 'signal-overdue',
  severity: 'warning',
  threshold: ({ rules: { thresholds } }) => `urgent ${termInWords(thresholds.A04.urgent).en}, normal ${termInWords(thresholds.A04.normal).en}, low ${termInWords(thresholds.A04.low).en}`,
  raisedBy: (situation) =>
    situation.facts.signals
      .entries()
      .filter((signal) => signal.answeredAt === null && situation.moment.reached(dueAt(signal, situation.rules)))
      .map((signal) => raised(signal, situation)),
};
