import { isBsn } from '@kring/contracts';

const range = 100_000;
const stride = 11;
/** Where the numbers of whole municipalities begin: behind those of the demonstration. */
const beyondTheDemonstration = 20_000;

const numberAt = (place: number): string => `9999${String(place).padStart(5, '0')}`;

/**
 * Numbers of the test range 9999xxxxx that pass the 11-test, and of those only the later ones among each eleven. Whoever tries
 * the hub with test numbers of their own takes the first that passes; so they will hardly ever meet a household of the demonstration.
 */
export function* citizenNumbers(): Generator<string, never> {
  for (let start = 0; start < range; start += stride) {
    const passing = Array.from({ length: stride }, (_, step) => numberAt(start + step)).filter(isBsn);
    yield* passing.slice(1);
  }
  throw new RangeError('the test range has no more numbers');
}

/**
 * Every number of the test range that the demonstration leaves: some seven thousand, and then no more. A municipality has more
 * inhabitants than that, so most of them go by their address.
 */
export function* manyCitizenNumbers(): Generator<string, void> {
  for (let place = beyondTheDemonstration; place < range; place += 1) {
    const number = numberAt(place);
    if (isBsn(number)) yield number;
  }
}
