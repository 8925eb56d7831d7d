import { isFigure } from './figure.ts';
import type { Figures, Row } from './plan.ts';
import type { Result } from './rounds.ts';

const number = (value: number): string => value.toLocaleString('en', { maximumFractionDigits: Math.abs(value) >= 100 ? 0 : 2 });

const range = ({ median, min, max }: { readonly median: number; readonly min: number; readonly max: number }): string => (min === max ? number(median) : `${number(median)} (${number(min)}–${number(max)})`);

const more = ({ median: _median, min: _min, max: _max, ...others }: Figures): string =>
  Object.entries(others).map(([name, figure]) => (typeof figure === 'object' ? `; ${name} ${range(figure)}` : '')).join('');

/** A figure with its range and what came with it, or why there is none. */
export const figureText = (result: Result): string => (isFigure(result) ? range(result) + more(result as Figures) : `not measured: ${result.missing}`);

export const ratioText = (ratio: number): string => `${number(ratio)} ×`;

export const metText = ({ goal, met }: Row): string => {
  if (goal === null) return 'no goal';
  if (met === null) return 'not known';
  return met ? 'met' : 'NOT MET';
};

/** A row as it is read in a terminal. */
export const told = (row: Row): string => {
  const { id, what, unit, ours, peers, limit, ratios, goal } = row;
  const others = Object.entries({ ...limit, ...peers }).map(([name, result]) => `  ${name.padEnd(34)} ${figureText(result)}`);
  const lines = [`${id}: ${what} (${unit})`, `  ${'Kring'.padEnd(34)} ${figureText(ours)}`, ...others];
  const divided = Object.entries(ratios).map(([name, ratio]) => `${ratioText(ratio)} ${name}`);
  if (divided.length > 0) lines.push(`  Kring is ${divided.join(', ')}`);
  lines.push(`  ${goal === null ? metText(row) : `${goal}: ${metText(row)}`}`);
  return `${lines.join('\n')}\n\n`;
};
