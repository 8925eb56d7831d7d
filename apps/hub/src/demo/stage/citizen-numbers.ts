import { isBsn } from '@kring/contracts';

const range = 100_000;
const stride = 11;

/**
 * Numbers of the test range 9999xxxxx that pass the 11-test, and of those only the later ones among each eleven. Whoever tries
 * the hub with test numbers of their own takes the first that passes; so they will hardly ever meet a household of the demonstration.
 */
export function* citizenNumbers(): Generator<string, never> {
  for (let start = 0; start < range; start += stride) {
    const passing = Array.from({ length: stride }, (_, step) => `9999${String(start + step).padStart(5, '0')}`).filter(isBsn);
    yield* passing.slice(1);
  }
  throw new RangeError('the test range has no more numbers');
}
