import type { Holder } from '../circle/contact-persons.ts';
import type { Situation } from '../circle/situation.ts';
import { nameOf } from '../rules/region-rules.ts';
import { endOfDateOrInstant, type Instant } from '../time/amsterdam.ts';
import { endOfTerm, termInWords } from '../time/term.ts';
import type { AlertRule } from './alert.ts';

/** Due on the day that the last check named, unless that was over before this contact person, or the check itself; else a term after the later of these. */
const dueAt = (holder: Holder, { facts, rules }: Situation): Instant => {
  const { check } = facts.pulse;
  const from = Math.max(holder.from, check?.from ?? -Infinity);
  const named = check?.nextDue ? endOfDateOrInstant(check.nextDue) : -Infinity;
  return named > from ? named : endOfTerm(from, rules.thresholds.A08.within);
};

/** A08. Nobody had a finger on the pulse for too long. Source: S0.21. */
export const pulseOverdue: AlertRule = {
  code: 'A08',
  name: 'pulse-overdue',
  severity: 'warning',
  threshold: ({ rules }) => termInWords(rules.thresholds.A08.within).en,
  raisedBy: (situation) => {
    const { current } = situation.facts.contactPersons;
    if (!current) return [];
    const { holder } = current;
    const due = dueAt(holder, situation);
    if (!situation.moment.reached(due)) return [];
    const [name, term] = [nameOf(situation.rules, holder.organisation), termInWords(situation.rules.thresholds.A08.within)];
    return [
      {
        since: Math.max(due, current.from),
        because: [...holder.because, ...(situation.facts.pulse.check?.because ?? [])],
        actor: holder.organisation,
        organisations: [holder.organisation],
        message: {
          nl: `De vinger aan de pols is te lang geleden: de afspraak is elke ${term.nl}, of de dag die bij de vorige keer is genoemd. Het aanspreekpunt van ${name} vraagt hoe het gaat.`,
          en: `The last pulse check is too long ago: the agreement is every ${term.en}, or the day that was named the last time. The contact person of ${name} should ask how things are.`,
        },
      },
    ];
  },
};
