import type { HouseholdEvent } from '@kring/household';

/** What becomes of a legal basis: `off`, so that nothing may be told on it, or another one in its place. */
export type LegalBases = Readonly<Record<string, string>>;

export const off = 'off';

const startedType = 'nl.kring.involvements.started.v1';
const detectedType = 'nl.kring.matches.detected.v1';

type Listed = { readonly organisation: string; readonly involvementId: string };

const nameOf = ({ organisation, involvementId }: Listed): string => `${organisation}/${involvementId}`;
const involvementIn = ({ partner, data }: HouseholdEvent): Listed => ({ organisation: String(data['organisation'] ?? partner), involvementId: String(data['involvementId']) });

const rebased = (event: HouseholdEvent, bases: LegalBases): HouseholdEvent => {
  const other = bases[String(event.data['legalBasis'])];
  return other === undefined ? event : { ...event, data: { ...event.data, legalBasis: other } };
};

/** A match is between those whose involvement could be told; of one alone there is no match. */
const matched = (event: HouseholdEvent, untold: ReadonlySet<string>): readonly HouseholdEvent[] => {
  if (event.type !== detectedType || untold.size === 0) return [event];
  const involvements = (event.data['involvements'] as readonly Listed[]).filter((one) => !untold.has(nameOf(one)));
  if (new Set(involvements.map(({ organisation }) => organisation)).size < 2) return [];
  return [{ ...event, data: { ...event.data, involvements } }];
};

/**
 * A history as it would have been told with other laws to tell it under. The hub's own events rest on what partners told, not on
 * a law of their own, and stay as far as those do.
 */
export const underOtherLaw = (history: readonly HouseholdEvent[], bases: LegalBases): readonly HouseholdEvent[] => {
  const forbidden = ({ partner, data }: HouseholdEvent): boolean => partner !== 'hub' && bases[String(data['legalBasis'])] === off;
  const told = history.filter((event) => !forbidden(event));
  if (told.length === history.length && Object.keys(bases).length === 0) return history;
  const stillTold = new Set(told.filter(({ type }) => type === startedType).map((event) => nameOf(involvementIn(event))));
  const untold = new Set(history.filter(({ type }) => type === startedType).map((event) => nameOf(involvementIn(event))).filter((name) => !stillTold.has(name)));
  return told.map((event) => (event.partner === 'hub' ? event : rebased(event, bases))).flatMap((event) => matched(event, untold));
};
