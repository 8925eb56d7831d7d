import type { SealedCircle } from '@kring/household';
import { remembered } from '../remembered.ts';

/** A row of the circle as plain fields. */
export type Fields = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Record<string, unknown> => value !== null && typeof value === 'object';

/**
 * Without the events that a row rests on: they grow with every event, and the event itself is what is being shown. What is left
 * is what someone who looked would have seen.
 */
export const withoutReasons = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutReasons);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).flatMap(([field, inner]) => (field === 'because' ? [] : [[field, withoutReasons(inner)]])));
};

const words = (...parts: readonly (string | undefined)[]): string => parts.filter((part) => part !== undefined).join('/');

/** What tells one row of a list from another, in words that a reader of the circle knows. */
const keys = {
  members: (row: SealedCircle['members'][number]) => row.personId,
  involvements: (row: SealedCircle['involvements'][number]) => words(row.organisation, row.involvementId),
  supporters: (row: SealedCircle['supporters'][number]) => words(row.organisation, row.supporterId),
  questions: (row: SealedCircle['questions'][number]) => words(row.organisation, row.questionId),
  signals: (row: SealedCircle['signals'][number]) => words(row.raisedBy, row.signalId),
  referralChains: (row: SealedCircle['referralChains'][number]) => row.chainId,
  matches: (row: SealedCircle['matches'][number]) => row.matchId,
  visits: (row: SealedCircle['visits'][number]) => words(row.organisation, row.visitId),
  consents: (row: SealedCircle['consents'][number]) => words(row.organisation, row.scope, row.givenAt),
  residentInformed: (row: SealedCircle['residentInformed'][number]) => words(row.organisation, row.about, row.at),
} as const;

/** What there is one of, or none. */
const singles = ['contactPerson', 'coordinator', 'ownStrength', 'plan', 'aftercare'] as const;

/** The parts of a circle in the order in which a reader meets them. */
export type Section = 'household' | (typeof singles)[number] | keyof typeof keys | 'participation';

export type KeyedRows = ReadonlyMap<string, Fields>;

/** Rows by their key; of several with the same one the later ones are numbered. */
const keyed = (rows: readonly (readonly [key: string, row: object])[]): KeyedRows => {
  const found = new Map<string, Fields>();
  for (const [key, row] of rows) {
    let free = key;
    for (let number = 2; found.has(free); number += 1) free = `${key}#${number}`;
    found.set(free, withoutReasons(row) as Fields);
  }
  return found;
};

const single = (row: object | null): KeyedRows => keyed(row === null ? [] : [['', row]]);

const household = ({ state, canonicalId, region, area, address, hiddenContacts, participation }: SealedCircle): Fields => ({
  state, canonicalId, region, area, address, hiddenContacts, participationLevel: participation.level,
});

/** Every row that a circle shows, by part and key; what is only about how the circle was read is left out. */
export const rowsOf = remembered((circle: SealedCircle): ReadonlyMap<Section, KeyedRows> => {
  const lists = Object.entries(keys).map(([section, keyOf]) => {
    const rows = circle[section as keyof typeof keys] as readonly object[];
    return [section as Section, keyed(rows.map((row) => [(keyOf as (row: object) => string)(row), row]))] as const;
  });
  const steps = circle.participation.steps.map((step) => [words(step.area, step.at), step] as const);
  return new Map<Section, KeyedRows>([
    ['household', single(household(circle))],
    ...singles.map((section) => [section, single(circle[section])] as const),
    ...lists,
    ['participation', keyed(steps)],
  ]);
});
