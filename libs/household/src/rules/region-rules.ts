import type { AlertRow, Sensitivity } from '@kring/contracts';
import type { Term } from '../time/term.ts';

export type Severity = AlertRow['severity'];

/** The thresholds of each alert; a region file overrides them per code. */
export type AlertThresholds = {
  readonly A01: { readonly fromLevel: string; readonly organisations: number; readonly escalatesAfter: Term };
  readonly A03: { readonly acknowledgedWithin: Term; readonly agreedWithin: Term };
  readonly A04: { readonly urgent: Term; readonly normal: Term; readonly low: Term };
  readonly A05: { readonly steps: number };
  readonly A06: { readonly acceptedWithin: Term; readonly startedWithin: Term };
  /** `within` counts minutes between two starts, inclusive; more than `organisationsPerDay` on one local day collide. */
  readonly A07: { readonly within: number; readonly organisationsPerDay: number };
  readonly A08: { readonly within: Term };
  readonly A09: { readonly startedWithin: Term; readonly contactWithin: Term };
  readonly A10: { readonly within: Term; readonly shownFor: Term };
  readonly A11: { readonly within: Term };
  readonly A14: { readonly fromLevel: string };
  readonly A18: { readonly within: Term };
  readonly A22: { readonly within: Term };
  readonly A24: { readonly within: Term };
};

export type PartnerRules = { readonly name: string; readonly sensitivity: Sensitivity };

/** Everything about a circle that differs between regions: data, never code. */
export type RegionRules = {
  readonly region: string;
  /** From the lightest to the heaviest. */
  readonly levels: readonly string[];
  readonly partners: Readonly<Record<string, PartnerRules>>;
  readonly thresholds: AlertThresholds;
  /** Where the region wants another severity than the rule gives, per alert code. */
  readonly severities: Readonly<Record<string, Severity>>;
  /** For how many days a visit that is over stays in the circle. */
  readonly visitsShownForDays: number;
};

/** A hub serves several regions; a household's area decides which rules hold. */
export type RulesOfArea = (area: string) => RegionRules;

export const nameOf = (rules: RegionRules, partner: string): string => rules.partners[partner]?.name ?? partner;

export const usualSensitivity = (rules: RegionRules, partner: string): Sensitivity => rules.partners[partner]?.sensitivity ?? 'normal';

/** A level that the region doesn't know weighs nothing. */
export const isAtLeast = (rules: RegionRules, level: string, least: string): boolean =>
  rules.levels.includes(level) && rules.levels.indexOf(level) >= rules.levels.indexOf(least);
