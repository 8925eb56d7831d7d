import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { environmentOf } from './harness/environment.ts';
import type { Row } from './harness/plan.ts';
import { measureAll } from './harness/rounds.ts';
import { rowOf } from './harness/row.ts';
import { Stage, sizes } from './harness/stage.ts';
import { told } from './harness/telling.ts';
import { pageOf } from './page/page.ts';
import { plans } from './rows/rows.ts';
import { openServers } from './servers/servers.ts';

const usage = `npm run bench -- [options]
  --only ID,…        only these rows, by their id or the beginning of it
  --rounds N         rounds, interleaved over all that are compared (default 5)
  --size SIZE        small, usual or full (default usual)
  --folder FOLDER    where what is measured writes; on the disk that is meant (default the folder for temporary files)
  --no-peers         leaves out what has to be installed
  --json             prints the answer as JSON
  --write-docs       writes docs/performance.md
`;
const say = (line: string): void => void process.stderr.write(`bench: ${line}\n`);

const parsed = () =>
  parseArgs({
    options: {
      only: { type: 'string' },
      rounds: { type: 'string', default: '5' },
      size: { type: 'string', default: 'usual' },
      folder: { type: 'string', default: tmpdir() },
      'no-peers': { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      'write-docs': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  }).values;

const refuse = (why: string): never => {
  process.stderr.write(`bench: ${why}\n${usage}`);
  process.exit(2);
};

const asked = (() => {
  try {
    return parsed();
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error));
  }
})();
if (asked.help) {
  process.stdout.write(usage);
  process.exit(0);
}
const rounds = /^[1-9]\d{0,2}$/.test(asked.rounds) ? Number(asked.rounds) : refuse('--rounds takes a whole number from 1 to 999');
const size = sizes[asked.size] ?? refuse(`--size takes one of ${Object.keys(sizes).join(', ')}`);
const only = asked.only?.split(',').filter((id) => id !== '') ?? [''];

mkdirSync(asked.folder, { recursive: true });
const folder = mkdtempSync(join(asked.folder, 'kring-bench-'));
// What is measured ends with this process; what it wrote goes too.
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    rmSync(folder, { recursive: true, force: true });
    process.exit(130);
  });
}
const command = ['npm run bench', ...(process.argv.length > 2 ? ['--', ...process.argv.slice(2)] : [])].join(' ');
const environment = environmentOf({ folder, command, rounds, size: asked.size });
if (environment.loadAtStart > 1) say(`the machine is busy (load ${environment.loadAtStart}): the figures will be lower and further apart than on a quiet one`);

const servers = await openServers(!asked['no-peers'], say);
const rows: Row[] = [];
try {
  const stage = new Stage(size, folder, servers);
  const chosen = plans(stage).filter(({ id }) => only.some((beginning) => id.startsWith(beginning)));
  if (chosen.length === 0) refuse(`no row begins with ${only.join(' or ')}; there are ${plans(stage).map(({ id }) => id).join(', ')}`);
  for (const plan of chosen) {
    const row = rowOf(plan, await measureAll(plan, { rounds, say, warm: size.warmUp }));
    rows.push(row);
    if (!asked.json) process.stdout.write(told(row));
  }
} finally {
  await servers.stop();
  rmSync(folder, { recursive: true, force: true });
}
if (asked.json) process.stdout.write(`${JSON.stringify({ environment, rows }, null, 2)}\n`);
if (asked['write-docs']) {
  writeFileSync(new URL('../../docs/performance.md', import.meta.url), pageOf({ environment, rows }));
  say('wrote docs/performance.md');
}
