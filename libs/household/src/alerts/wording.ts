import { nameOf, type RegionRules } from '../rules/region-rules.ts';
import type { Situation } from '../circle/situation.ts';
import { dateOfDay, type Day } from '../time/amsterdam.ts';
import type { Message } from './alert.ts';

/** Names joined as a sentence does: "A, B en C". */
const joined = (names: readonly string[], and: string): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} ${and} ${names.at(-1)}`;

/** The names of organisations that anybody who sees the alert may read; of others only that there are some. */
export const organisationsInWords = (organisations: readonly string[], situation: Situation): Message => {
  const open = organisations.filter((organisation) => isOpen(organisation, situation)).map((organisation) => nameOf(situation.rules, organisation));
  const rest = organisations.length > open.length;
  return {
    nl: joined([...open, ...(rest ? ['een partner die via de bemiddelaar te bereiken is'] : [])], 'en'),
    en: joined([...open, ...(rest ? ['a partner that is reached through its broker'] : [])], 'and'),
  };
};

/** An organisation may be named when it takes part openly; one that is not involved, when it is not usually discreet. */
const isOpen = (organisation: string, { openOrganisations, involvedOrganisations, discretion }: Situation): boolean =>
  openOrganisations.has(organisation) || (!involvedOrganisations.has(organisation) && discretion(organisation, null) === 'normal');

/** Who should act, in words. */
export const actorInWords = (actor: string | null, rules: RegionRules): Message => {
  if (actor === null) return { nl: 'de betrokken partner', en: 'the partner involved' };
  if (actor === 'each-involved') return { nl: 'de betrokken organisaties samen', en: 'the organisations involved together' };
  return { nl: nameOf(rules, actor), en: nameOf(rules, actor) };
};

const months: readonly Message[] = [
  { nl: 'januari', en: 'January' }, { nl: 'februari', en: 'February' }, { nl: 'maart', en: 'March' }, { nl: 'april', en: 'April' }, { nl: 'mei', en: 'May' },
  { nl: 'juni', en: 'June' }, { nl: 'juli', en: 'July' }, { nl: 'augustus', en: 'August' }, { nl: 'september', en: 'September' }, { nl: 'oktober', en: 'October' },
  { nl: 'november', en: 'November' }, { nl: 'december', en: 'December' },
];

/** A day as it is said: "26 november 2026". */
export const dayInWords = (day: Day): Message => {
  const [year = '', month = '', date = ''] = dateOfDay(day).split('-');
  const name = months[Number(month) - 1] ?? { nl: month, en: month };
  return { nl: `${Number(date)} ${name.nl} ${year}`, en: `${Number(date)} ${name.en} ${year}` };
};
