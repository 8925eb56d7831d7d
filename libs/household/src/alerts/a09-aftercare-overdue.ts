import type { Aftercare } from '../circle/aftercare.ts';
import { involvementSensitivity } from '../circle/discretion.ts';
import type { Involvement } from '../circle/involvements.ts';
import type { Situation } from '../circle/situation.ts';
import { nameOf } from '../rules/region-rules.ts';
import { endOfDateOrInstant, type Instant } from '../time/amsterdam.ts';
import { endOfTerm, termInWords } from '../time/term.ts';
import type { AlertRule, Raised } from './alert.ts';
import { actorInWords } from './wording.ts';

/** The last involvement to end, where none runs any more. */
const lastEnded = ({ facts, circle }: Situation): Involvement | undefined => {
  if (circle.involvements.some(({ until }) => until === null)) return undefined;
  return facts.involvements.entries().filter(({ row }) => row.until !== null).reduce<Involvement | undefined>((last, one) => (last && endOf(last) >= endOf(one) ? last : one), undefined);
};

const endOf = ({ spans }: Involvement): number => spans.at(-1)?.until ?? -Infinity;

/** Aftercare runs until it is closed, or else through its last day. */
const overAt = ({ closedAt, until }: NonNullable<Aftercare['row']>): Instant => Math.min(closedAt === null ? Infinity : Date.parse(closedAt), endOfDateOrInstant(until));

/** Aftercare that began after the last involvement ended, or was still going on then. */
const follows = (ended: Involvement, { facts }: Situation): boolean => {
  const { row } = facts.aftercare;
  return row !== null && Math.max(Date.parse(row.startedAt), overAt(row)) >= endOf(ended);
};

const notStarted = (situation: Situation): Raised[] => {
  const { facts, rules, moment } = situation;
  const ended = lastEnded(situation);
  if (!ended || facts.contactPersons.counts.length === 0 || follows(ended, situation)) return [];
  const since = endOfTerm(endOf(ended), rules.thresholds.A09.startedWithin);
  if (!moment.reached(since)) return [];
  const actor = situation.circle.contactPerson?.organisation ?? situation.circle.coordinator?.organisation ?? null;
  const [acts, term] = [actorInWords(actor, rules), termInWords(rules.thresholds.A09.startedWithin)];
  return [
    {
      since,
      because: involvementSensitivity(ended, rules) === 'hidden' ? [] : ended.row.because,
      actor,
      organisations: actor === null ? [] : [actor],
      message: {
        nl: `De laatste betrokkenheid is beëindigd en binnen ${term.nl} is geen nazorg begonnen. ${acts.nl} begint met nazorg.`,
        en: `The last involvement has ended and no aftercare began within ${term.en}. ${acts.en} should start aftercare.`,
      },
    },
  ];
};

const notContacted = ({ facts, rules, moment }: Situation): Raised[] => {
  const { row, from } = facts.aftercare;
  if (!row || row.closedAt !== null || moment.reached(endOfDateOrInstant(row.until))) return [];
  const since = endOfTerm(from, rules.thresholds.A09.contactWithin);
  if (!moment.reached(since)) return [];
  const [name, term] = [nameOf(rules, row.organisation), termInWords(rules.thresholds.A09.contactWithin)];
  return [
    {
      since,
      because: row.because,
      actor: row.organisation,
      organisations: [row.organisation],
      message: {
        nl: `In de nazorg was langer dan ${term.nl} geen contact. ${name} neemt contact op, of sluit de nazorg af.`,
        en: `There has been no contact in aftercare for longer than ${term.en}. ${name} should get in touch, or close the aftercare.`,
      },
    },
  ];
};

/** A09. Help ended and nobody looks back. Source: S4.16. */
export const aftercareOverdue: AlertRule = {
  code: 'A09',
  name: 'aftercare-overdue',
  severity: 'warning',
  threshold: ({ rules: { thresholds } }) => `${termInWords(thresholds.A09.contactWithin).en}, ${termInWords(thresholds.A09.startedWithin).en}`,
  raisedBy: (situation) => [...notStarted(situation), ...notContacted(situation)],
};
