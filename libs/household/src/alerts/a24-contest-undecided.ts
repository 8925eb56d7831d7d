import { involvementSensitivity } from '../circle/discretion.ts';
import type { Situation } from '../circle/situation.ts';
import { endOfTerm, termInWords } from '../time/term.ts';
import type { AlertRule, Raised } from './alert.ts';
import { actorInWords, organisationsInWords } from './wording.ts';

const contested = (situation: Situation): Raised[] => {
  const { facts, rules, moment } = situation;
  const term = termInWords(rules.thresholds.A24.within);
  return facts.involvements.entries().flatMap((involvement) => {
    const { contestedAt, organisation, row } = involvement;
    if (contestedAt === null) return [];
    const since = endOfTerm(contestedAt, rules.thresholds.A24.within);
    if (!moment.reached(since)) return [];
    const names = organisationsInWords([organisation], situation);
    const message = {
      nl: `De betrokkenheid van ${names.nl} is langer dan ${term.nl} geleden betwist en daarover is niets besloten. Bevestig, wijzig of beëindig de betrokkenheid.`,
      en: `The involvement of ${names.en} was contested longer than ${term.en} ago and nothing was decided. Confirm, change or end the involvement.`,
    };
    return [{ since, because: row.because, actor: organisation, organisations: [organisation], message, sensitivity: involvementSensitivity(involvement, rules) }];
  });
};

const objected = ({ facts, circle, rules, moment }: Situation): Raised[] => {
  const actor = circle.coordinator?.organisation ?? null;
  const [acts, term] = [actorInWords(actor, rules), termInWords(rules.thresholds.A24.within)];
  return [...facts.objections.values()].flatMap(({ raisedAt, because }) => {
    const since = endOfTerm(raisedAt, rules.thresholds.A24.within);
    if (!moment.reached(since)) return [];
    const message = {
      nl: `De bewoner maakte langer dan ${term.nl} geleden bezwaar en daarop is niet beslist. ${acts.nl} beslist.`,
      en: `The resident objected longer than ${term.en} ago and no decision was made. ${acts.en} should decide.`,
    };
    return [{ since, because, actor, organisations: actor === null ? [] : [actor], message }];
  });
};

/** A24. What a resident contests or objects to is decided within a month. Source: AVG art. 12(3). */
export const contestUndecided: AlertRule = {
  code: 'A24',
  name: 'contest-undecided',
  severity: 'warning',
  threshold: ({ rules }) => termInWords(rules.thresholds.A24.within).en,
  raisedBy: (situation) => [...contested(situation), ...objected(situation)],
};
