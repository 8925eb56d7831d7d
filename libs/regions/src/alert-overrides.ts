import { levels, severities } from '@kring/contracts';
import { defaultRules } from '@kring/household';
import type { OwnRules, Severity } from '@kring/household';
import { object, oneOf, whole } from './shape.ts';
import type { JsonSchema, Shape } from './shape.ts';

/** What a region says of one alert: another severity, or other thresholds; what it leaves out stays as it is. */
export type AlertOverride = { readonly severity?: Severity } & Readonly<Record<string, unknown>>;
export type AlertOverrides = Readonly<Record<string, AlertOverride>>;

const days = whole(1, 3_660);
const term: JsonSchema = {
  ...object({}, { days, workingDays: days, months: whole(1, 120) }),
  minProperties: 1,
  maxProperties: 1,
  description: 'a term: { days: n }, { workingDays: n } or { months: n }',
};

/** The shape of a threshold follows from its standard value, so that a new threshold can be overridden at once. */
const shapeLike = (standard: unknown): JsonSchema => {
  if (typeof standard === 'number') return whole(0, 1_440);
  return typeof standard === 'string' ? oneOf(levels) : term;
};

const overrideOf = (standard: object): JsonSchema => {
  const thresholds = Object.fromEntries(Object.entries(standard).map(([name, value]) => [name, shapeLike(value)]));
  return object({}, { severity: oneOf(severities), ...thresholds });
};

const everyCode = Array.from({ length: 24 }, (_, index) => `A${String(index + 1).padStart(2, '0')}`);
const standards: Readonly<Record<string, object>> = defaultRules.thresholds;

export const alertOverrides: Shape<AlertOverrides> = object({}, Object.fromEntries(everyCode.map((code) => [code, overrideOf(standards[code] ?? {})]))) as Shape<AlertOverrides>;

/** The overrides as the rules of the circle take them. */
export const ownRules = (overrides: AlertOverrides): Required<Pick<OwnRules, 'thresholds' | 'severities'>> => {
  const entries = Object.entries(overrides).map(([code, { severity, ...thresholds }]) => ({ code, severity, thresholds }));
  return {
    thresholds: Object.fromEntries(entries.map(({ code, thresholds }) => [code, thresholds])),
    severities: Object.fromEntries(entries.flatMap(({ code, severity }) => (severity === undefined ? [] : [[code, severity]]))),
  };
};
