import { involvementSensitivity } from '../circle/discretion.ts';
import type { Involvement } from '../circle/involvements.ts';
import type { Situation } from '../circle/situation.ts';
import { endOfTerm, termInWords } from '../time/term.ts';
import type { AlertRule, Raised } from './alert.ts';
import { organisationsInWords } from './wording.ts';

/** A reason to put it off counts as well: what is lawfully deferred is not forgotten. */
const isInformed = ({ organisation, startedAt }: Involvement, { facts }: Situation): boolean =>
  facts.residentInformed.some(({ row, at }) => row.about === 'involvement' && row.organisation === organisation && at >= startedAt);

const raisedFor = (involvement: Involvement, situation: Situation): Raised[] => {
  const { rules, moment } = situation;
  const { organisation, row, startedAt } = involvement;
  if (row.until !== null || isInformed(involvement, situation)) return [];
  const since = endOfTerm(startedAt, rules.thresholds.A11.within);
  if (!moment.reached(since)) return [];
  const [names, term] = [organisationsInWords([organisation], situation), termInWords(rules.thresholds.A11.within)];
  const message = {
    nl: `De bewoner is na ${term.nl} niet geïnformeerd over de betrokkenheid van ${names.nl}. Vertel het de bewoner, of leg vast waarom dat nog niet kan.`,
    en: `After ${term.en} the resident has not been told of the involvement of ${names.en}. Tell the resident, or record why that cannot be done yet.`,
  };
  return [{ since, because: row.because, actor: organisation, organisations: [organisation], message, sensitivity: involvementSensitivity(involvement, rules) }];
};

/** A11. Somebody is involved and the resident was not told. Source: AVG art. 14. */
export const residentNotInformed: AlertRule = {
  code: 'A11',
  name: 'resident-not-informed',
  severity: 'warning',
  threshold: ({ rules }) => termInWords(rules.thresholds.A11.within).en,
  raisedBy: (situation) => situation.facts.involvements.entries().flatMap((involvement) => raisedFor(involvement, situation)),
};
