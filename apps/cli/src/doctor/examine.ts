import { printJson, type Terminal } from '../terminal.ts';
import type { DoctorOptions } from './doctor.command.ts';
import type { Finding } from './finding.ts';
import { hubChecks } from './hub-checks.ts';
import { dataFolder, nodeVersion } from './machine-checks.ts';
import { regionFiles } from './region-check.ts';
import { storedData } from './store-check.ts';

/** Every check runs, whatever the others find: one visit names everything that is wrong. */
export const examine = async (options: DoctorOptions, terminal: Terminal): Promise<void> => {
  const { findings: hub, running } = await hubChecks(options, terminal);
  const findings = [nodeVersion(), await dataFolder(options.data), ...(await storedData(options.data, running)), await regionFiles(terminal.environment), ...hub];
  const healthy = findings.every(({ state }) => state !== 'wrong');
  if (options.json) printJson(terminal, { healthy, checks: findings });
  else terminal.out(findings.map(line).join(''));
  if (!healthy) terminal.exitWith(1);
};

const marks: Readonly<Record<Finding['state'], string>> = { ok: '✓', wrong: '✗', skipped: '–' };
const line = ({ check, state, detail, advice }: Finding): string => `${marks[state]} ${check}: ${detail}\n${advice ? `    → ${advice}\n` : ''}`;
