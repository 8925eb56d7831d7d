import type { RebuildReport } from '@kring/projection-runtime';
import type { Terminal } from '../terminal.ts';

const number = (value: number): string => value.toLocaleString('en');

/** Positions are opaque; those of a store that counts can be told as a part of the way. */
const partOf = ({ position, goal }: RebuildReport): string => {
  const [done, whole] = [Number(position), Number(goal)];
  return position !== '' && Number.isFinite(done) && whole > 0 ? `, ${Math.min(100, Math.floor((100 * done) / whole))} %` : '';
};

const sentenceOf = (report: RebuildReport): string => {
  const { stage, events, drawn, rows, generation } = report;
  if (stage === 'clearing') return 'dropping what is not needed any more';
  if (stage === 'building') return `making generation ${generation}: ${number(events)} events${partOf(report)}, ${number(drawn)} households drawn`;
  if (stage === 'comparing') return `comparing: ${number(rows)} rows`;
  return stage;
};

/** One line that is drawn over where a person watches; else one for each stage. */
export class ProgressLines {
  #stage = '';
  #drawn = false;

  constructor(private readonly terminal: Terminal) {}

  tell(report: RebuildReport): void {
    const { watched, columns, err } = this.terminal;
    if (watched) {
      err(`\r${sentenceOf(report).slice(0, columns - 1).padEnd(columns - 1)}`);
      this.#drawn = true;
    } else if (report.stage !== this.#stage) err(`${sentenceOf(report)}\n`);
    this.#stage = report.stage;
  }

  end(): void {
    if (this.#drawn) this.terminal.err('\n');
    this.#drawn = false;
  }
}

/** Rows by collection and key: pseudonyms and positions, never what is in them. */
const differencesOf = ({ differences }: RebuildReport): string => {
  if (differences === null) return 'nothing to compare with';
  const { count, atLeast, first } = differences;
  if (count === 0) return 'no row differs';
  const named = first.map(({ collection, key, is }) => `  ${is.padEnd(9)} ${collection} ${key}\n`).join('');
  return `${atLeast ? 'at least ' : ''}${number(count)} rows differ\n${named}`.trimEnd();
};

export const outcomeOf = (report: RebuildReport | null): string => {
  if (report === null) return 'the former view is dropped\n';
  const { kind, stage, generation, resumed, events, rows } = report;
  const what = `${number(events)} events${resumed ? ' since it was cut short' : ''}, ${number(rows)} rows compared: ${differencesOf(report)}`;
  if (stage === 'switched' && kind === 'back') return `generation ${generation} serves again; ${number(events)} events were new to it\n`;
  if (stage === 'switched') return `generation ${generation} serves; ${what}\n\`kring rebuild --back\` goes back, \`kring rebuild --forget\` drops the former view\n`;
  return stage === 'compared' ? `${what}\n` : '';
};
