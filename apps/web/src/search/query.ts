import type { SearchQuery } from '../hub/answers.ts';

export type Way = 'address' | 'bsn' | 'person';
export type Fields = { postcode: string; houseNumber: string; addition: string; bsn: string; name: string; birthDate: string };
export type FieldErrors = Partial<Record<keyof Fields, string>>;
export const emptyFields: Fields = { postcode: '', houseNumber: '', addition: '', bsn: '', name: '', birthDate: '' };

type Reading = { query: SearchQuery } | { errors: FieldErrors };

/** Turns what was typed into a question for the hub, or says per field what is missing. Spaces and dots that people type are no fault. */
export const readFields = (way: Way, fields: Fields): Reading => readers[way](fields);

const reading = (errors: FieldErrors, query: SearchQuery): Reading => (Object.keys(errors).length > 0 ? { errors } : { query });

const readers: Readonly<Record<Way, (fields: Fields) => Reading>> = {
  address: ({ postcode, houseNumber, addition }) => {
    const code = postcode.replaceAll(/\s/g, '').toUpperCase();
    const errors: FieldErrors = {};
    if (!/^[1-9]\d{3}[A-Z]{2}$/.test(code)) errors.postcode = 'Vul een postcode in, zoals 1611 AB.';
    if (!/^[1-9]\d{0,4}$/.test(houseNumber.trim())) errors.houseNumber = 'Vul een huisnummer in, alleen cijfers.';
    const rest = addition.trim();
    return reading(errors, { address: { postcode: code, houseNumber: Number(houseNumber), ...(rest ? { addition: rest } : {}) } });
  },
  bsn: ({ bsn }) => {
    const digits = bsn.replaceAll(/[\s.-]/g, '');
    return reading(isBsn(digits) ? {} : { bsn: 'Dit is geen geldig BSN. Controleer de negen cijfers.' }, { bsn: digits });
  },
  person: ({ name, birthDate }) => {
    const errors: FieldErrors = {};
    if (name.trim().length < 2) errors.name = 'Vul de voornaam en achternaam in.';
    if (!/^\d{4}-\d{2}-\d{2}$/.test(birthDate)) errors.birthDate = 'Vul de geboortedatum in.';
    return reading(errors, { name: name.trim(), birthDate });
  },
};

/** The 11-test: a mistyped digit is caught before a question about a stranger is asked and logged. */
const isBsn = (digits: string): boolean =>
  /^\d{9}$/.test(digits) && digits !== '000000000' && [...digits].reduce((sum, digit, at) => sum + Number(digit) * (at === 8 ? -1 : 9 - at), 0) % 11 === 0;
