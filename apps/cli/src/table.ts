const gap = 2;

/** Columns as wide as their widest cell; the last one is cut off at the edge of the screen. */
export const table = (heads: readonly string[], rows: readonly (readonly string[])[], columns: number): string => {
  const widths = heads.map((head, column) => Math.max(head.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    cutOff(cells.map((cell, column) => cell.padEnd((widths[column] ?? 0) + gap)).join('').trimEnd(), columns);
  return [line(heads), ...rows.map(line)].map((text) => `${text}\n`).join('');
};

const cutOff = (text: string, columns: number): string => (text.length > columns ? `${text.slice(0, columns - 1)}…` : text);
