/** One thing that is wrong in a region file: where, what, and what to do about it. */
export type RegionProblem = { readonly file: string; readonly line: number | null; readonly path: string; readonly wrong: string; readonly remedy: string };

const shown = ({ file, line, path, wrong, remedy }: RegionProblem): string => `${file}${line === null ? '' : `:${line}`} ${path}: ${wrong}; ${remedy}`;

/** The region files cannot be used. Every problem is in the message, one a line. */
export class RegionFilesInvalid extends Error {
  override readonly name = 'RegionFilesInvalid';
  constructor(readonly problems: readonly RegionProblem[]) {
    super(`The region files have ${problems.length} problem${problems.length === 1 ? '' : 's'}:\n${problems.map(shown).join('\n')}`);
  }
}
