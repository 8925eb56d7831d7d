import { legalBases as laws, levels, severities } from '@kring/contracts';
import { defaultRules, type AlertThresholds, type Severity } from '@kring/household';
import { off } from './legal-bases.ts';
import type { AlertRules, RuleSet } from './rule-set.ts';

/** One thing that is wrong with a rule set: where, and what it must be. */
export type RuleSetProblem = { readonly path: string; readonly must: string };

/** A rule set cannot be used. Every problem is in it at once. */
export class RuleSetInvalid extends Error {
  override readonly name = 'RuleSetInvalid';
  constructor(readonly problems: readonly RuleSetProblem[]) {
    super(problems.map(({ path, must }) => `${path} ${must}`).join('; '));
  }
}

type Names = Readonly<Record<string, unknown>>;
const isRecord = (value: unknown): value is Names => value !== null && typeof value === 'object' && !Array.isArray(value);

/** The alerts that a household's own events raise: those that a replay can raise otherwise. */
export const alertCodes = ['A01', 'A02', 'A03', 'A04', 'A05', 'A06', 'A07', 'A08', 'A09', 'A10', 'A11', 'A12', 'A13', 'A14', 'A18', 'A21', 'A22', 'A24'] as const;

const standards: Readonly<Record<string, Names>> = defaultRules.thresholds;
const units: readonly string[] = ['days', 'workingDays', 'months'];
const longest = 3_660;
const isCount = (value: unknown): value is number => typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= longest;

const isTerm = (value: unknown): boolean => {
  if (!isRecord(value)) return false;
  const [unit, ...others] = Object.keys(value);
  return unit !== undefined && others.length === 0 && units.includes(unit) && isCount(value[unit]) && value[unit] > 0;
};

/** What a threshold must be follows from its standard value. */
const misfit = (standard: unknown, value: unknown): string | null => {
  if (typeof standard === 'number') return isCount(value) ? null : `must be a whole number from 0 to ${longest}`;
  if (typeof standard === 'string') return (levels as readonly unknown[]).includes(value) ? null : `must be one of ${levels.join(', ')}`;
  return isTerm(value) ? null : 'must be a term: { days: n }, { workingDays: n } or { months: n }';
};

/** Reads one file and gathers everything that is wrong with it. */
class Reading {
  readonly problems: RuleSetProblem[] = [];

  wrong(path: string, must: string): void {
    this.problems.push({ path, must });
  }

  record(value: unknown, path: string): Names {
    if (value === undefined || value === null) return {};
    if (isRecord(value)) return value;
    this.wrong(path, 'must hold names, each with a value');
    return {};
  }

  known(given: Names, names: readonly string[], path: string): void {
    for (const name of Object.keys(given)) if (!names.includes(name)) this.wrong(`${path}${name}`, `is not known here; known are ${names.join(', ')}`);
  }

  alerts(value: unknown, path: string): AlertRules {
    const given = this.record(value, path);
    this.known(given, alertCodes, `${path}.`);
    const rules = Object.entries(given).filter(([code]) => (alertCodes as readonly string[]).includes(code));
    const overridden = rules.filter(([, rule]) => !isOff(rule)).map(([code, rule]) => [code, this.rule(code, rule, `${path}.${code}`)] as const);
    return {
      off: rules.filter(([, rule]) => isOff(rule)).map(([code]) => code),
      thresholds: Object.fromEntries(overridden.map(([code, { severity: _severity, ...thresholds }]) => [code, thresholds])) as Partial<AlertThresholds>,
      severities: Object.fromEntries(overridden.flatMap(([code, { severity }]) => (severity === undefined ? [] : [[code, severity as Severity]]))),
    };
  }

  rule(code: string, value: unknown, path: string): Names {
    const given = this.record(value, path);
    const standard = standards[code] ?? {};
    this.known(given, ['severity', ...Object.keys(standard)], `${path}.`);
    for (const [name, one] of Object.entries(given)) {
      const must = name === 'severity' ? ((severities as readonly unknown[]).includes(one) ? null : `must be one of ${severities.join(', ')}`) : name in standard ? misfit(standard[name], one) : null;
      if (must !== null) this.wrong(`${path}.${name}`, must);
    }
    return given;
  }

  legalBases(value: unknown): Readonly<Record<string, string>> {
    const given = this.record(value, 'legalBases');
    this.known(given, laws, 'legalBases.');
    const others: readonly unknown[] = [off, ...laws];
    for (const [law, one] of Object.entries(given)) if (!isOff(one) && !others.includes(one)) this.wrong(`legalBases.${law}`, `must be off, or another legal basis: ${laws.join(', ')}`);
    return Object.fromEntries(Object.entries(given).map(([law, one]) => [law, isOff(one) ? off : String(one)]));
  }
}

/** YAML has more than one word for it. */
const isOff = (value: unknown): boolean => value === off || value === false;

const parts = ['name', 'alerts', 'regions', 'legalBases'];

/**
 * A rule set as its file holds it, checked: `alerts` as in a region file, or `off` for an alert; `regions` with `alerts` for one
 * region; `legalBases` with `off`, or another, for a law.
 *
 * @throws RuleSetInvalid with everything that is wrong at once
 */
export const ruleSetFrom = (content: unknown): RuleSet => {
  const reading = new Reading();
  const given = reading.record(content, 'the file');
  reading.known(given, parts, '');
  const { name = null } = given;
  if (name !== null && typeof name !== 'string') reading.wrong('name', 'must be a text');
  const alerts = reading.alerts(given['alerts'], 'alerts');
  const regions = Object.entries(reading.record(given['regions'], 'regions')).map(([region, own]) => {
    const record = reading.record(own, `regions.${region}`);
    reading.known(record, ['alerts'], `regions.${region}.`);
    return [region, reading.alerts(record['alerts'], `regions.${region}.alerts`)] as const;
  });
  const legalBases = reading.legalBases(given['legalBases']);
  if (reading.problems.length > 0) throw new RuleSetInvalid(reading.problems);
  return { name: name as string | null, alerts, regions: Object.fromEntries(regions), legalBases };
};
