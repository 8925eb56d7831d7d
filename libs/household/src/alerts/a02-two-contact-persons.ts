import { becauseOfAll } from '../circle/because.ts';
import type { ContactPersons } from '../circle/contact-persons.ts';
import type { Situation } from '../circle/situation.ts';
import type { Instant } from '../time/amsterdam.ts';
import type { AlertRule, Message } from './alert.ts';
import { organisationsInWords } from './wording.ts';

/** Since when there has been more than one without interruption. */
const sinceOf = ({ counts }: ContactPersons): Instant => {
  const lastWithout = counts.findLastIndex(({ count }) => count < 2);
  return counts[lastWithout + 1]?.from ?? -Infinity;
};

const messageOf = (organisations: readonly string[], situation: Situation): Message => {
  const names = organisationsInWords(organisations, situation);
  return {
    nl: `Dit huishouden heeft ${organisations.length} aanspreekpunten: van ${names.nl}. Eén gezicht per gezin: spreek af wie het blijft, de ander geeft het uit handen.`,
    en: `This household has ${organisations.length} contact persons: of ${names.en}. One face per family: agree who remains, the other releases it.`,
  };
};

/** A02. More than one organisation has named a contact person, so nobody knows whom to call. Source: S0.20. */
export const twoContactPersons: AlertRule = {
  code: 'A02',
  name: 'two-contact-persons',
  severity: 'urgent',
  threshold: () => '1 contact person',
  raisedBy: (situation) => {
    const { contactPersons } = situation.facts;
    const organisations = contactPersons.holders.map(({ organisation }) => organisation);
    if (organisations.length < 2) return [];
    return [{ since: sinceOf(contactPersons), because: becauseOfAll(contactPersons.holders), actor: 'each-involved', organisations, message: messageOf(organisations, situation) }];
  },
};
