import { readFileSync } from 'node:fs';
import type { Environment } from '../harness/environment.ts';
import type { Row } from '../harness/plan.ts';
import { figureText, metText, ratioText } from '../harness/telling.ts';

export type Run = { readonly environment: Environment; readonly rows: readonly Row[] };

const template = new URL('./performance.template.md', import.meta.url);

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

const section = (row: Row): string => {
  const { id, what, unit, ours, peers, limit, ratios, goal } = row;
  const others = Object.entries({ ...limit, ...peers });
  const lines = others.map(([name, result]) => `| ${cell(name)}${name in limit ? ' (limit)' : ''} | ${cell(figureText(result))} | ${ratios[name] === undefined ? '' : ratioText(ratios[name])} |`);
  const kinds = Object.entries(ratios).filter(([name]) => !(name in peers) && !(name in limit));
  return [
    `### ${what[0]?.toUpperCase()}${what.slice(1)}`,
    '',
    `\`${id}\`, ${unit}. Goal: ${goal === null ? 'none' : `${goal}: **${metText(row)}**`}.`,
    '',
    '| | median (lowest–highest round) | Kring is |',
    '|---|---|---|',
    `| **Kring** | ${cell(figureText(ours))} | |`,
    ...lines,
    ...(kinds.length > 0 ? ['', `Kring is ${kinds.map(([name, ratio]) => `${ratioText(ratio)} ${name}`).join(', ')}.`] : []),
    '',
  ].join('\n');
};

const machine = ({ cpu, cores, memoryGiB, system, syncsPerSecond, node, kring, versions, loadAtStart, startedAt, rounds, size }: Environment): string =>
  [
    '| | |',
    '|---|---|',
    `| Processor | ${cpu}, ${cores} cores |`,
    `| Memory | ${memoryGiB} GiB |`,
    `| Disk | ${syncsPerSecond} synced writes of 4 KiB a second |`,
    `| System | ${system}, Node ${node} |`,
    `| Kring | ${kring} |`,
    `| Peers and parts | ${Object.entries(versions).map(([name, version]) => `${name} ${version}`).join(', ')} |`,
    `| Run | ${startedAt}, ${rounds} rounds, size ${size}, load ${loadAtStart} at the start${loadAtStart > 1 ? ' (**busy**: take the ratios, not the figures)' : ''} |`,
  ].join('\n');

const overview = (rows: readonly Row[]): string =>
  ['| row | Kring | unit | goal | |', '|---|---|---|---|---|', ...rows.map((row) => `| \`${row.id}\` | ${cell(figureText(row.ours))} | ${row.unit} | ${row.goal ?? ''} | ${row.goal === null ? '' : metText(row)} |`)].join('\n');

/** The page of the documentation that a run draws. */
export const pageOf = ({ environment, rows }: Run): string => {
  const parts: Readonly<Record<string, string>> = { command: environment.command, machine: machine(environment), overview: overview(rows), rows: rows.map(section).join('\n') };
  return readFileSync(template, 'utf8').replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => parts[name] ?? '');
};
