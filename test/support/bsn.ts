/** A BSN of the range for tests (9999xxxxx) that passes the 11-test; another for each `n` below nine thousand. */
export const bsn = (n: number): string => {
  for (let last = n * 11; ; last += 1) {
    const digits = `9999${String(last % 100_000).padStart(5, '0')}`;
    if (elevenTest(digits) % 11 === 0) return digits;
  }
};

const elevenTest = (digits: string): number => [...digits].reduce((sum, digit, at) => sum + Number(digit) * (at === 8 ? -1 : 9 - at), 0);
