import { becauseOfAll } from '../circle/because.ts';
import { involvementSensitivity } from '../circle/discretion.ts';
import type { Situation } from '../circle/situation.ts';
import { nameOf } from '../rules/region-rules.ts';
import { endOfTerm, termInWords } from '../time/term.ts';
import type { AlertRule } from './alert.ts';
import { heldSince } from './held-since.ts';

/** A22. The others do not hear from the contact person how the resident is doing. Source: S4.17. */
export const partnersNotUpdated: AlertRule = {
  code: 'A22',
  name: 'partners-not-updated',
  severity: 'warning',
  threshold: ({ rules }) => termInWords(rules.thresholds.A22.within).en,
  raisedBy: ({ facts, circle, rules, moment }: Situation) => {
    const { current } = facts.contactPersons;
    if (!current) return [];
    const { holder } = current;
    const others = circle.involvements.filter((row) => row.until === null && row.organisation !== holder.organisation && row.sensitivity !== 'hidden');
    if (others.length === 0) return [];
    const due = endOfTerm(Math.max(holder.from, facts.pulse.partnersUpdated?.from ?? -Infinity), rules.thresholds.A22.within);
    if (!moment.reached(due)) return [];
    const spans = facts.involvements
      .entries()
      .filter((one) => one.organisation !== holder.organisation && involvementSensitivity(one, rules) !== 'hidden')
      .flatMap((one) => one.spans);
    const [name, term] = [nameOf(rules, holder.organisation), termInWords(rules.thresholds.A22.within)];
    return [
      {
        since: Math.max(due, heldSince(spans), current.from),
        because: becauseOfAll([holder, ...(facts.pulse.partnersUpdated ? [facts.pulse.partnersUpdated] : []), ...others]),
        actor: holder.organisation,
        organisations: [holder.organisation],
        message: {
          nl: `De andere betrokkenen hoorden langer dan ${term.nl} niet hoe het met de bewoner gaat. Het aanspreekpunt van ${name} houdt hen op de hoogte.`,
          en: `The others involved have not heard for longer than ${term.en} how the resident is doing. The contact person of ${name} should keep them informed.`,
        },
      },
    ];
  },
};
