import type { Sensitivity } from '@kring/contracts';
import { usualSensitivity, type RegionRules } from '../rules/region-rules.ts';
import type { Involvement, Involvements } from './involvements.ts';

/** How discreet the circle is about something of an organisation that said, or did not say, how sensitive it is. */
export type Discretion = (organisation: string, said: Sensitivity | null) => Sensitivity;

export const involvementSensitivity = (involvement: Involvement, rules: RegionRules): Sensitivity =>
  involvement.sensitivity ?? usualSensitivity(rules, involvement.organisation);

/** An organisation whose every involvement is hidden would be given away by its visit or signal: unless it says otherwise, those are hidden too. */
export const discretionOf = (involvements: Involvements, rules: RegionRules): Discretion => {
  const hidden = hiddenOrganisations(involvements, rules);
  return (organisation, said) => said ?? (hidden.has(organisation) ? 'hidden' : usualSensitivity(rules, organisation));
};

const hiddenOrganisations = (involvements: Involvements, rules: RegionRules): ReadonlySet<string> => {
  const hidden = new Set<string>();
  const known = new Set<string>();
  for (const involvement of involvements.entries()) {
    if (involvementSensitivity(involvement, rules) === 'hidden') hidden.add(involvement.organisation);
    else known.add(involvement.organisation);
  }
  return new Set([...hidden].filter((organisation) => !known.has(organisation)));
};

/** The row itself where it says so already: rows are made once and drawn many times. */
export const withSensitivity = <Row extends { readonly sensitivity: Sensitivity }>(row: Row, sensitivity: Sensitivity): Row =>
  row.sensitivity === sensitivity ? row : { ...row, sensitivity };
