import type { AlertThresholds, RegionRules } from './region-rules.ts';

const defaultThresholds: AlertThresholds = {
  A01: { fromLevel: 'neighbourhood', organisations: 2, escalatesAfter: { workingDays: 5 } },
  A03: { acknowledgedWithin: { workingDays: 5 }, agreedWithin: { workingDays: 10 } },
  A04: { urgent: { workingDays: 1 }, normal: { workingDays: 5 }, low: { workingDays: 10 } },
  A05: { steps: 2 },
  A06: { acceptedWithin: { workingDays: 5 }, startedWithin: { workingDays: 10 } },
  A07: { within: 60, organisationsPerDay: 2 },
  A08: { within: { days: 28 } },
  A09: { startedWithin: { workingDays: 10 }, contactWithin: { days: 42 } },
  A10: { within: { days: 183 }, shownFor: { months: 60 } },
  A11: { within: { days: 14 } },
  A14: { fromLevel: 'specialist' },
  A18: { within: { workingDays: 5 } },
  A22: { within: { days: 30 } },
  A24: { within: { months: 1 } },
};

/** What holds where a region file says nothing else. */
export const defaultRules: RegionRules = {
  region: 'default',
  levels: ['own-network', 'neighbourhood', 'basic-team', 'district-team', 'specialist'],
  partners: {},
  thresholds: defaultThresholds,
  severities: {},
  visitsShownForDays: 92,
};

/** What a region says of its own; per alert code only the thresholds that differ. */
export type OwnRules = Partial<Omit<RegionRules, 'thresholds'>> & {
  readonly thresholds?: { readonly [Code in keyof AlertThresholds]?: Partial<AlertThresholds[Code]> };
};

/** The default rules with a region's own over them. */
export const rulesWith = (own: OwnRules, base: RegionRules = defaultRules): RegionRules => ({
  ...base,
  ...own,
  thresholds: overlaid(base.thresholds, own.thresholds ?? {}),
});

const overlaid = (base: AlertThresholds, own: NonNullable<OwnRules['thresholds']>): AlertThresholds => {
  const codes = Object.keys(base) as (keyof AlertThresholds)[];
  return Object.fromEntries(codes.map((code) => [code, { ...base[code], ...own[code] }])) as AlertThresholds;
};
