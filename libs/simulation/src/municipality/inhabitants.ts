import type { Calendar } from '../stage/calendar.ts';
import { Chance } from '../stage/chance.ts';
import { manyCitizenNumbers } from '../stage/citizen-numbers.ts';
import { membersOf, type ImaginedHousehold } from '../stage/household.ts';
import type { Town, TownArea } from '../town/town.ts';
import { Places } from './places.ts';

/** A household of the municipality. */
export type Inhabitants = {
  readonly household: ImaginedHousehold;
  readonly area: TownArea;
  /** Whether anyone is ever involved with it. */
  readonly inView: boolean;
  /** Whether it may move: then everyone goes by its number, for an old address leads nowhere. */
  readonly mayMove: boolean;
};

/** Of a hundred households, with how many someone comes to be involved in these years. */
const shareInView = 0.18;
/** Of a hundred of those, how many may move. */
const shareMovable = 0.15;

/** The households of a town, one after another: the same ones from the same seed. */
export class Population {
  readonly #places: Places;
  readonly #numbers = manyCitizenNumbers();

  constructor(private readonly town: Town, private readonly seed: string, private readonly calendar: Calendar) {
    this.#places = new Places(town);
  }

  /** Only the head of a household in view goes by a number, for as long as there are any. To be asked in order. */
  household(index: number): Inhabitants {
    const chance = new Chance(`${this.seed}:household:${index}`);
    const area = this.#places.area(chance);
    const inView = chance.often(shareInView);
    const [head, ...others] = membersOf(this.town.region, chance, this.calendar);
    const bsn = inView ? this.#numbers.next().value : undefined;
    const key = `${area.code.slice(0, 24)}-${this.seed}-${index}`;
    const household: ImaginedHousehold = { key, area: area.code, address: this.#places.address(area), members: [bsn ? { bsn, ...head } : head, ...others] };
    return { household, area, inView, mayMove: bsn !== undefined && chance.often(shareMovable) };
  }

  /** Another address in the same area, for who moves. */
  newAddress(area: TownArea): ImaginedHousehold['address'] {
    return this.#places.address(area);
  }
}
