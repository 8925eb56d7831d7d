import { involvementSensitivity } from '../circle/discretion.ts';
import type { Match } from '../circle/matches.ts';
import type { Situation } from '../circle/situation.ts';
import type { Instant } from '../time/amsterdam.ts';
import { endOfTerm, termInWords } from '../time/term.ts';
import type { AlertRule, Message, Raised } from './alert.ts';
import { contactOrganisation } from './contact.ts';
import { heldSince } from './held-since.ts';
import { organisationsInWords } from './wording.ts';

/**
 * Since when an organisation of the match has been there without interruption: Infinity when every involvement of it that takes part
 * has ended. Only who is there has something to coordinate, and the hub would not have matched it otherwise.
 */
const thereSince = (organisation: string, { facts, rules, moment }: Situation): Instant => {
  const own = facts.involvements.entries().filter((one) => one.organisation === organisation && involvementSensitivity(one, rules) !== 'hidden');
  const spans = own.flatMap((one) => one.spans);
  if (own.length === 0) return -Infinity;
  return spans.some(({ until }) => until > moment.asOf) ? heldSince(spans) : Infinity;
};

/** Organisations that have not said that they saw the match, of those that joined before coordination was agreed and those that joined since. */
const silent = ({ row, agreedAt, joinedAt }: Match): string[] =>
  row.organisations.filter((organisation) => !row.acknowledgedBy.includes(organisation) && (agreedAt === null || (joinedAt.get(organisation) ?? agreedAt) > agreedAt));

const unacknowledgedMessage = (late: readonly string[], situation: Situation): Message => {
  const [names, term] = [organisationsInWords(late, situation), termInWords(situation.rules.thresholds.A03.acknowledgedWithin)];
  return {
    nl: `Meer organisaties zijn tegelijk betrokken en ${names.nl} liet binnen ${term.nl} niet weten dat gezien te hebben. Bevestig de overlap en neem contact op met de andere betrokkenen.`,
    en: `Several organisations are involved at once and ${names.en} did not say within ${term.en} that this was seen. Acknowledge the match and get in touch with the others.`,
  };
};

const uncoordinatedMessage = (organisations: readonly string[], situation: Situation): Message => {
  const [names, term] = [organisationsInWords(organisations, situation), termInWords(situation.rules.thresholds.A03.agreedWithin)];
  return {
    nl: `${names.nl} zijn tegelijk betrokken en hebben na ${term.nl} niet afgesproken wie de afstemming doet. Spreek af wie dat is, of sluit de overlap met een uitkomst.`,
    en: `${names.en} are involved at once and have not agreed after ${term.en} who coordinates. Agree who does, or close the match with an outcome.`,
  };
};

/** An organisation that is late with its acknowledgement, and since when; one that left and came back, not before it was back. */
type Late = { readonly organisation: string; readonly since: Instant };

const raisedFor = (match: Match, situation: Situation): Raised[] => {
  const { moment, rules } = situation;
  const { acknowledgedWithin, agreedWithin } = rules.thresholds.A03;
  const dueBy = (organisation: string): Instant => endOfTerm(match.joinedAt.get(organisation) ?? match.detectedAt, acknowledgedWithin);
  const there = match.row.organisations.map((organisation) => thereSince(organisation, situation)).sort((one, other) => one - other);
  const together = there[1] ?? Infinity;
  if (together === Infinity) return [];
  const late: Late[] = silent(match)
    .map((organisation) => ({ organisation, since: Math.max(dueBy(organisation), thereSince(organisation, situation), together) }))
    .filter(({ since }) => moment.reached(since));
  const agreedDue = Math.max(endOfTerm(match.detectedAt, agreedWithin), together);
  const uncoordinated = match.agreedAt === null && moment.reached(agreedDue);
  if (late.length === 0 && !uncoordinated) return [];
  const { because, organisations } = match.row;
  const since = Math.min(...late.map((one) => one.since), ...(uncoordinated ? [agreedDue] : []));
  if (uncoordinated) return [{ since, because, organisations, actor: contactOrganisation(situation), severity: 'urgent', message: uncoordinatedMessage(organisations, situation) }];
  const names = late.map(({ organisation }) => organisation);
  return [{ since, because, organisations, actor: names.length === 1 ? (names[0] ?? null) : 'each-involved', message: unacknowledgedMessage(names, situation) }];
};

/** A03. Organisations were told of each other and nothing came of it. Source: S0.16. */
export const matchUnacknowledged: AlertRule = {
  code: 'A03',
  name: 'match-unacknowledged',
  severity: 'warning',
  threshold: ({ rules: { thresholds } }) => `${termInWords(thresholds.A03.acknowledgedWithin).en}, ${termInWords(thresholds.A03.agreedWithin).en}`,
  raisedBy: (situation) => [...situation.facts.matches.values()].filter(({ row }) => row.state !== 'closed').flatMap((match) => raisedFor(match, situation)),
};
