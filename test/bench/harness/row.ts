import { isFigure } from './figure.ts';
import type { Figures, Goal, Plan, Role, Row } from './plan.ts';
import type { Result } from './rounds.ts';

type Results = ReadonlyMap<string, Result>;

const medianOf = (result: Result | undefined, of?: string): number | undefined => {
  if (!isFigure(result)) return undefined;
  const figure = of === undefined ? result : (result as Figures)[of];
  return typeof figure === 'object' ? figure.median : undefined;
};

const rounded = (ratio: number): number => Number(ratio.toPrecision(3));

const isMet = (goal: Goal, ours: Result, results: Results): boolean | null => {
  const own = medianOf(ours, goal.of);
  if (own === undefined) return null;
  if ('atMost' in goal) return own <= goal.atMost;
  const others = goal.against.flatMap((name) => medianOf(results.get(name), goal.of) ?? []);
  if (others.length === 0) return null;
  const ratio = own / Math.max(...others);
  return 'atLeast' in goal ? ratio >= goal.atLeast : ratio <= goal.atMostTimes;
};

const allMet = (met: readonly (boolean | null)[]): boolean | null => {
  if (met.includes(false)) return false;
  return met.length === 0 || met.includes(null) ? null : true;
};

/** Ours divided by each of theirs, for the main figure and for those that goals are held against. */
const ratiosOf = (plan: Plan, ours: Result, results: Results): Record<string, number> => {
  const kinds = new Set([undefined, ...plan.goals.flatMap((goal) => ('against' in goal && goal.of !== undefined ? [goal.of] : []))]);
  const pairs = [...kinds].flatMap((of) =>
    plan.entrants.filter(({ role }) => role !== 'ours').flatMap(({ name }) => {
      const [own, other] = [medianOf(ours, of), medianOf(results.get(name), of)];
      return own === undefined || other === undefined || other === 0 ? [] : [[of === undefined ? name : `${name}, ${of}`, rounded(own / other)] as const];
    }),
  );
  return Object.fromEntries(pairs);
};

/** The line of the table that the rounds of a plan come to. */
export const rowOf = (plan: Plan, results: Results): Row => {
  const own = plan.entrants.find(({ role }) => role === 'ours');
  const ours: Result = results.get(own?.name ?? '') ?? { missing: 'it was not measured' };
  const ofRole = (role: Role) => Object.fromEntries(plan.entrants.flatMap((entrant) => (entrant.role === role ? [[entrant.name, results.get(entrant.name) ?? { missing: 'it was not measured' }] as const] : [])));
  return {
    id: plan.id,
    what: plan.what,
    unit: plan.unit,
    ours,
    peers: ofRole('peer'),
    limit: ofRole('limit'),
    ratios: ratiosOf(plan, ours, results),
    goal: plan.goals.length === 0 ? null : plan.goals.map(({ says }) => says).join('; '),
    met: allMet(plan.goals.map((goal) => isMet(goal, ours, results))),
  };
};
