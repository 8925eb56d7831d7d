import type { Relation } from '@kring/contracts';
import type { Calendar } from './calendar.ts';
import type { Chance } from './chance.ts';
import { firstName, surname, type Generation } from './names.ts';

export type Resident = { readonly bsn?: string; readonly name: string; readonly birthDate: string; readonly relation: Relation };
export type Address = { readonly postcode: string; readonly houseNumber: number; readonly addition?: string };

export type ImaginedHousehold = {
  /** What its events are numbered by; the same each time. */
  readonly key: string;
  readonly area: string;
  readonly address: Address;
  readonly members: readonly [Resident, ...Resident[]];
};

/** Letters that no Dutch postcode has: nobody lives there. */
const unusedLetters = ['QA', 'QB', 'QC', 'QD'];

export const fictionalAddress = (digits: string, number: number): Address => ({
  postcode: `${digits}${unusedLetters[number % unusedLetters.length]!}`,
  houseNumber: 3 + number * 2,
});

type Part = readonly [relation: Relation, generation: Generation, sex: 'woman' | 'man', youngest: number, oldest: number];

const older = (relation: Relation, sex: 'woman' | 'man'): Part => [relation, 'older', sex, 70, 89];
const adult = (relation: Relation, sex: 'woman' | 'man'): Part => [relation, 'adult', sex, 27, 58];
const child: Part = ['child', 'child', 'woman', 2, 17];

const compositions: readonly (readonly [Part, ...Part[]])[] = [
  [older('head', 'woman')],
  [older('head', 'man')],
  [older('head', 'man'), older('partner', 'woman')],
  [adult('head', 'woman')],
  [adult('head', 'man')],
  [adult('head', 'woman'), child],
  [adult('head', 'woman'), child, child],
  [adult('head', 'man'), adult('partner', 'woman'), child, child],
  [adult('head', 'woman'), older('parent', 'woman')],
];

export type Place = { readonly region: string; readonly area: string; readonly digits: string };

type Nameless = Omit<Resident, 'bsn'>;

/** People of a likely age under one name, who might live together there. */
export const membersOf = (region: string, chance: Chance, calendar: Calendar): [Nameless, ...Nameless[]] => {
  const family = surname(chance, region);
  const [head, ...others] = chance.pick(compositions);
  const taken = new Set<string>();
  const resident = ([relation, generation, sex, youngest, oldest]: Part): Nameless => {
    let first = firstName(chance, generation, sex);
    while (taken.has(first)) first = firstName(chance, generation, sex);
    taken.add(first);
    return { name: `${first} ${family}`, birthDate: birthDate(chance, calendar, youngest, oldest), relation };
  };
  return [resident(head), ...others.map(resident)];
};

/** A household as it might live there, each of them with a citizen's number. */
export const someHousehold = (number: number, { region, area, digits }: Place, { chance, calendar, numbers }: { chance: Chance; calendar: Calendar; numbers: Iterator<string> }): ImaginedHousehold => {
  const [head, ...others] = membersOf(region, chance, calendar).map((member) => ({ bsn: numbers.next().value as string, ...member }));
  return { key: `${area}-${String(number).padStart(2, '0')}`, area, address: fictionalAddress(digits, number), members: [head!, ...others] };
};

const birthDate = (chance: Chance, calendar: Calendar, youngest: number, oldest: number): string => {
  const year = Number(calendar.date(0).slice(0, 4)) - chance.between(youngest, oldest) - 1;
  return `${year}-${String(chance.between(1, 12)).padStart(2, '0')}-${String(chance.between(1, 28)).padStart(2, '0')}`;
};
