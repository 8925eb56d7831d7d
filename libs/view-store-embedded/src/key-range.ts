/**
 * The first string that sorts behind every string with this prefix, in the order of code points, which is SQLite's:
 * the last code point that can be raised is raised, and the rest is cut. Nothing sorts behind a prefix of last code points only.
 */
export const behind = (prefix: string): string | undefined => {
  const points = [...prefix];
  while (points.length > 0) {
    const point = points.pop()!.codePointAt(0)!;
    if (point < 0x10_ffff) return points.join('') + String.fromCodePoint(point === 0xd7ff ? 0xe000 : point + 1);
  }
  return undefined;
};
