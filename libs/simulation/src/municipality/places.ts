import { Chance } from '../stage/chance.ts';
import type { Address } from '../stage/household.ts';
import type { Town, TownArea } from '../town/town.ts';

/** Letters of which no Dutch postcode is made: nobody lives there. */
const letters = [...'ABCDEGHJKLMNPRSTVWXZ'].flatMap((letter) => [`${letter}Q`, `Q${letter}`]);
/** The first two digits as they are there; the last two are the area's own. */
const prefixes: Readonly<Record<string, number>> = { assen: 94, heerlen: 64, buurthuis: 10, 'stede-broec': 16, 'veendam-pekela': 96 };
/** The last two digits from which areas are numbered: lower ones are for others. */
const firstEnding = 50;
const endings = 50;

/** Where the households of a town live: an address that nobody else has, in an area as its population makes likely. */
export class Places {
  readonly #areas: readonly TownArea[];
  readonly #inhabitants: number;
  readonly #digits: ReadonlyMap<string, string>;
  readonly #lived = new Map<string, number>();

  constructor({ region, areas }: Town) {
    this.#areas = areas;
    this.#inhabitants = areas.reduce((sum, { population }) => sum + Math.max(population, 1), 0);
    const prefix = prefixes[region] ?? new Chance(region).between(11, 98);
    this.#digits = new Map(areas.map(({ code }, index) => [code, String((prefix + Math.floor(index / endings)) * 100 + firstEnding + (index % endings))]));
  }

  area(chance: Chance): TownArea {
    let left = chance.next() * this.#inhabitants;
    for (const area of this.#areas) {
      left -= Math.max(area.population, 1);
      if (left < 0) return area;
    }
    return this.#areas.at(-1)!;
  }

  /** The next address of the area. */
  address({ code }: TownArea): Address {
    const number = this.#lived.get(code) ?? 0;
    this.#lived.set(code, number + 1);
    return { postcode: `${this.#digits.get(code)}${letters[number % letters.length]}`, houseNumber: 1 + Math.floor(number / letters.length) };
  }
}
