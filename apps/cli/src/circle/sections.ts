import type { Circle } from '@kring/contracts';
import {
  certaintyLabels, domainLabels, initiatorLabels, levelLabels, questionKindLabels, questionSubjectLabels, relationLabels, roleLabels, signalKindLabels, supporterKindLabels,
} from '@kring/contracts/codes';
import { day, label, moment, stateLabels, who } from './words.ts';

export type Section = { readonly title: string; readonly heads: readonly string[]; readonly rows: readonly (readonly string[])[] };

const members = ({ members: all }: Circle): Section => ({
  title: 'Leden',
  heads: ['naam', 'relatie', 'sinds', 'zekerheid'],
  rows: all.map((one) => [one.name ?? one.personId, label(relationLabels, one.relation), day(one.since), label(certaintyLabels, one.certainty)]),
});

const involvements = ({ involvements: all }: Circle): Section => ({
  title: 'Betrokken',
  heads: ['organisatie', 'functie', 'wie', 'niveau', 'domein', 'sinds', 'stand'],
  rows: all.map((one) => [
    one.organisation,
    label(roleLabels, one.role),
    who(one.professional),
    label(levelLabels, one.level),
    label(domainLabels, one.domain),
    day(one.since),
    `${label(stateLabels, one.state)} ${day(one.until)}`.trim(),
  ]),
});

const supporters = ({ supporters: all }: Circle): Section => ({
  title: 'Uit het eigen netwerk',
  heads: ['wie', 'soort', 'sinds', 'tot'],
  rows: all.map((one) => [one.label ?? one.supporterId, label(supporterKindLabels, one.kind), day(one.since), day(one.until)]),
});

const visits = ({ visits: all }: Circle): Section => ({
  title: 'Afspraken',
  heads: ['wanneer', 'organisatie', 'stand', 'botst met'],
  rows: all.map((one) => [moment(one.startsAt), one.organisation, label(stateLabels, one.state), one.collidesWith.join(' ')]),
});

const signals = ({ signals: all }: Circle): Section => ({
  title: 'Signalen',
  heads: ['soort', 'van', 'aan', 'stand', 'uiterlijk'],
  rows: all.map((one) => [label(signalKindLabels, one.kind), one.raisedBy, one.addressedTo ?? '', label(stateLabels, one.state), day(one.dueBy)]),
});

const questions = ({ questions: all }: Circle): Section => ({
  title: 'Vragen',
  heads: ['soort', 'over', 'van', 'op'],
  rows: all.map((one) => [label(questionKindLabels, one.kind), label(questionSubjectLabels, one.about), label(initiatorLabels, one.initiatedBy), day(one.at)]),
});

const referrals = ({ referralChains }: Circle): Section => ({
  title: 'Doorverwijzingen',
  heads: ['stap', 'van', 'naar', 'niveau', 'stand', 'op'],
  rows: referralChains.flatMap(({ steps }) =>
    steps.map((one) => [String(one.stepNumber), one.from, one.to, label(levelLabels, one.level), label(stateLabels, one.state), day(one.requestedAt)]),
  ),
});

const matches = ({ matches: all }: Circle): Section => ({
  title: 'Wie weet van elkaar',
  heads: ['organisaties', 'stand'],
  rows: all.map((one) => [one.organisations.join(', '), label(stateLabels, one.state)]),
});

/** The lists of a circle in the order in which a worker needs them. */
export const sectionsOf = (circle: Circle): Section[] => [members, involvements, supporters, visits, signals, questions, referrals, matches].map((section) => section(circle));
