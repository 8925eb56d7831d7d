import { rulesWith, type HouseholdEvent, type OwnRules, type RegionRules, type RulesOfArea } from '@kring/household';
import type { LegalBases } from './legal-bases.ts';
import { underOtherLaw } from './legal-bases.ts';

/** Overrides of one region or of all: thresholds and severities, and the alerts that are not raised at all. */
export type AlertRules = Required<Pick<OwnRules, 'thresholds' | 'severities'>> & { readonly off: readonly string[] };

/** Rules that might have been: asked of history, never applied to it. */
export type RuleSet = {
  /** What its maker calls it; null where it has no name. */
  readonly name: string | null;
  readonly alerts: AlertRules;
  /** By region code, over those for all. */
  readonly regions: Readonly<Record<string, AlertRules>>;
  readonly legalBases: LegalBases;
};

const laid = (base: RegionRules, { thresholds, severities }: AlertRules): RegionRules => rulesWith({ thresholds, severities: { ...base.severities, ...severities } }, base);

/** The rules of each area as they would be under this rule set. */
export const rulesUnder = ({ alerts, regions }: RuleSet, real: RulesOfArea): RulesOfArea => {
  const known = new Map<RegionRules, RegionRules>();
  return (area) => {
    const base = real(area);
    const own = regions[base.region];
    const rules = known.get(base) ?? (own ? laid(laid(base, alerts), own) : laid(base, alerts));
    known.set(base, rules);
    return rules;
  };
};

/** The codes of alerts that would not have been raised in a region. */
export const switchedOff = ({ alerts, regions }: RuleSet, region: string): ReadonlySet<string> => new Set([...alerts.off, ...(regions[region]?.off ?? [])]);

/** What would have been told: everything, but for what rests on a law that is switched off. */
export const historyUnder = ({ legalBases }: RuleSet, history: readonly HouseholdEvent[]): readonly HouseholdEvent[] => underOtherLaw(history, legalBases);
