/** What the rounds gave: their middle and their range. */
export type Figure = { readonly median: number; readonly min: number; readonly max: number };

/** Why there is no figure. */
export type Missing = { readonly missing: string };

export const isFigure = (one: Figure | Missing | undefined): one is Figure => one !== undefined && 'median' in one;

const decimals = (value: number): number => (Math.abs(value) >= 100 ? 0 : 2);
const rounded = (value: number): number => Number(value.toFixed(decimals(value)));

const middle = (sorted: readonly number[]): number => {
  const half = Math.floor(sorted.length / 2);
  const upper = sorted[half] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? Number.NaN) + upper) / 2;
};

export const figureOf = (rounds: readonly number[]): Figure => {
  const sorted = rounds.toSorted((one, other) => one - other);
  return { median: rounded(middle(sorted)), min: rounded(sorted[0] ?? Number.NaN), max: rounded(sorted.at(-1) ?? Number.NaN) };
};

/** The value below which that share of the samples lies. */
export const quantile = (samples: readonly number[], share: number): number => {
  const sorted = samples.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
};
