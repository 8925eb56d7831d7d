const elevenTest = (digits: string): number => [...digits].reduce((sum, digit, at) => sum + Number(digit) * (at === 8 ? -1 : 9 - at), 0);

let valid: readonly string[] | undefined;

/** The BSNs of the range for tests (9999xxxxx) that pass the 11-test, in order: some nine thousand. */
const all = (): readonly string[] =>
  (valid ??= Array.from({ length: 100_000 }, (_, tail) => `9999${String(tail).padStart(5, '0')}`).filter((digits) => elevenTest(digits) % 11 === 0));

/** A BSN for tests; another for each `n` below nine thousand. */
export const bsn = (n: number): string => {
  const found = all()[n];
  if (found === undefined) throw new RangeError(`the range for tests has no BSN number ${n}`);
  return found;
};
