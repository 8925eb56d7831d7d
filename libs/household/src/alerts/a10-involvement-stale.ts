import { involvementSensitivity } from '../circle/discretion.ts';
import { silenceOf } from '../circle/involvement-rows.ts';
import { termInWords } from '../time/term.ts';
import type { AlertRule } from './alert.ts';
import { organisationsInWords } from './wording.ts';

/** A10. An organisation that says it is involved has long said nothing. Source: S4.5. */
export const involvementStale: AlertRule = {
  code: 'A10',
  name: 'involvement-stale',
  severity: 'warning',
  threshold: ({ rules }) => termInWords(rules.thresholds.A10.within).en,
  raisedBy: (situation) =>
    situation.facts.involvements
      .entries()
      .filter(({ row }) => row.until === null)
      .flatMap((involvement) => {
        const { facts, rules, moment } = situation;
        const { staleAt, goneAt } = silenceOf(involvement, facts.heard, rules);
        if (!moment.reached(staleAt) || moment.reached(goneAt)) return [];
        const { organisation, row } = involvement;
        const [names, term] = [organisationsInWords([organisation], situation), termInWords(rules.thresholds.A10.within)];
        const message = {
          nl: `Over dit huishouden is langer dan ${term.nl} niets vernomen van ${names.nl}. Bevestig de betrokkenheid, of beëindig die.`,
          en: `Nothing has been heard about this household for longer than ${term.en} from ${names.en}. Confirm the involvement, or end it.`,
        };
        return [{ since: staleAt, because: row.because, actor: organisation, organisations: [organisation], message, sensitivity: involvementSensitivity(involvement, rules) }];
      }),
};
