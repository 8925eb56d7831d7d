import type { Circle } from '@kring/contracts';
import { matchStateWord, referralStateWord, signalWord, supporterWord, trendWord } from '../words/codes.ts';
import { alertTitle } from '../words/alerts.ts';
import { longDateText, timeText } from '../words/dates.ts';
import { listed, nameOf } from '../words/organisations.ts';
import { involvedRole, involvementKey, organisationWord, personOf, supporterKey, visitKey, type ContactPerson, type Involvement, type Visit } from './rows.ts';

/** One thing that became different, with the row it is about and a sentence to read out. */
export type Change = { key: string; text: string };

/** What became different between two states of one circle, in the order in which it matters. */
export const whatChanged = (before: Circle, after: Circle): Change[] => [
  ...contactPersonChanges(before.contactPerson, after.contactPerson),
  ...rowChanges(before.alerts, after.alerts, alertKey, (row, was) => (was ? null : `Nieuw aandachtspunt: ${alertTitle(row.code)}`), (row) => `Opgelost: ${alertTitle(row.code)}`),
  ...rowChanges(before.involvements, after.involvements, involvementKey, involvementSentence, (row) => `Niet meer zichtbaar: ${involved(row)}`),
  ...rowChanges(before.supporters, after.supporters, supporterKey, (row, was) => `${was ? 'Gewijzigd in' : 'Erbij in'} het eigen netwerk: ${supporterWord(row.kind)}`),
  ...rowChanges(before.visits, after.visits, visitKey, visitSentence),
  ...rowChanges(before.signals, after.signals, signalKey, (row, was) => (!was ? `Nieuw signaal: ${signalWord(row.kind)}` : row.state === was.state ? null : `Signaal ${signalWord(row.kind)}: ${row.state === 'answered' ? 'beantwoord' : 'doorgezet'}`)),
  ...rowChanges(before.matches, after.matches, matchKey, (row) => `Afstemming van ${listed(row.organisations.map(nameOf))}: ${matchStateWord(row.state)}`),
  ...rowChanges(before.referralChains.flatMap((chain) => chain.steps), after.referralChains.flatMap((chain) => chain.steps), referralKey, (row) => `Verwijzing naar ${nameOf(row.to)}: ${referralStateWord(row.state)}`),
  ...rowChanges(before.questions, after.questions, questionKey, () => 'Nieuwe vraag ontvangen'),
];

export const alertKey = (row: Circle['alerts'][number]): string => `alert/${row.code}/${row.since}/${row.organisations?.join('+') ?? ''}`;
export const signalKey = (row: Circle['signals'][number]): string => `signal/${row.raisedBy}/${row.signalId}`;
export const matchKey = (row: Circle['matches'][number]): string => `match/${row.matchId}`;
export const referralKey = (row: Circle['referralChains'][number]['steps'][number]): string => `referral/${row.from}/${row.referralId}`;
export const questionKey = (row: Circle['questions'][number]): string => `question/${row.organisation}/${row.questionId}`;
export const contactPersonKey = 'contact-person';

type Sentence<Row> = (row: Row, was: Row | undefined) => string | null;

const rowChanges = <Row>(before: readonly Row[], after: readonly Row[], keyOf: (row: Row) => string, said: Sentence<Row>, gone?: (row: Row) => string): Change[] => {
  const known = new Map(before.map((row) => [keyOf(row), row]));
  const changes = after.flatMap((row) => {
    const key = keyOf(row);
    const was = known.get(key);
    known.delete(key);
    const text = was && JSON.stringify(was) === JSON.stringify(row) ? null : said(row, was);
    return text === null ? [] : [{ key, text }];
  });
  return gone ? [...changes, ...[...known].map(([key, row]) => ({ key, text: gone(row) }))] : changes;
};

const contactPersonChanges = (was: ContactPerson | null, is: ContactPerson | null): Change[] => {
  const said = (text: string): Change[] => [{ key: contactPersonKey, text }];
  if (!is) return was ? said('Er is geen aanspreekpunt meer') : [];
  const same = was?.organisation === is.organisation && was.professional.id === is.professional.id;
  if (!same) return said(`Aanspreekpunt is nu ${personOf(is.professional)} van ${nameOf(is.organisation)}`);
  if (is.lastPulseCheck && is.lastPulseCheck.at !== was?.lastPulseCheck?.at) return said(`Vinger aan de pols: ${trendWord(is.lastPulseCheck.trend)}`);
  if (is.cover && is.cover.until !== was?.cover?.until) return said(`Vervanging van het aanspreekpunt: ${personOf(is.cover.professional)}`);
  return [];
};

const involved = (row: Involvement): string => `${involvedRole(row)} van ${organisationWord(row)}`;

const involvementSentence: Sentence<Involvement> = (row, was) => {
  if (row.state === 'ended') return was?.state === 'ended' ? null : `Niet meer betrokken: ${involved(row)}`;
  if (!was || was.state === 'ended') return `Nieuw betrokken: ${involved(row)}`;
  if (row.state === 'contested' && was.state !== 'contested') return `Betwist: ${involved(row)}`;
  return `Gewijzigd: ${involved(row)}`;
};

const visitSentence: Sentence<Visit> = (row, was) => {
  const when = `${longDateText(row.startsAt)} om ${timeText(row.startsAt)}`;
  const who = organisationWord(row);
  if (row.state === 'cancelled') return `Bezoek afgezegd: ${who}, ${when}`;
  if (row.state === 'completed') return `Bezoek geweest: ${who}, ${when}`;
  if (row.state === 'joint' && was?.state !== 'joint') return `Gezamenlijk bezoek: ${who}, ${when}`;
  if (!was) return `Bezoek gepland: ${who}, ${when}`;
  return was.startsAt === row.startsAt && was.endsAt === row.endsAt ? null : `Bezoek verzet: ${who}, ${when}`;
};
