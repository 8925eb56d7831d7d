import type { Circle } from '@kring/contracts';
import { isAhead } from '../circle/rows.ts';
import { centre, householdRadius, type Placed, type Point } from './layout.ts';

/** A line in the drawing: from the contact person to the household, or between two whose visits collide. */
export type Tie = { key: string; kind: 'contact' | 'clash'; path: string };

export const tiesOf = (circle: Circle, placed: readonly Placed[]): Tie[] => [
  ...placed.filter(({ mark }) => mark.isContactPerson).map(({ mark, at }): Tie => ({ key: mark.key, kind: 'contact', path: `M${at.x} ${at.y}L${point(edgeTowards(at))}` })),
  ...clashes(circle, placed),
];

const point = ({ x, y }: Point): string => `${Math.round(x)} ${Math.round(y)}`;

const edgeTowards = (at: Point): Point => {
  const length = Math.hypot(at.x - centre.x, at.y - centre.y);
  return { x: centre.x + ((at.x - centre.x) / length) * (householdRadius - 4), y: centre.y + ((at.y - centre.y) / length) * (householdRadius - 4) };
};

const clashes = (circle: Circle, placed: readonly Placed[]): Tie[] => {
  const ahead = circle.visits.filter(isAhead(circle.asOf));
  const pairs = new Set(ahead.flatMap((visit) =>
    ahead.filter((other) => visit.collidesWith.includes(other.visitId) && other.organisation !== visit.organisation).map((other) => [visit.organisation, other.organisation].sort().join('|'))));
  return [...pairs].flatMap((pair): Tie[] => {
    const [one, other] = pair.split('|').map((organisation) => placed.find(({ mark }) => mark.organisation === organisation));
    return one && other ? [{ key: `clash/${pair}`, kind: 'clash', path: curve(one.at, other.at) }] : [];
  });
};

/** Bends away from the household, which a straight line would cross. */
const curve = (one: Point, other: Point): string => {
  const middle = { x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 };
  const away = Math.hypot(middle.x - centre.x, middle.y - centre.y) || 1;
  const reach = Math.max(0, 150 - away) + 30;
  const bend = { x: middle.x + ((middle.x - centre.x) / away) * reach, y: middle.y + ((middle.y - centre.y) / away) * reach };
  return `M${point(one)}Q${point(bend)} ${point(other)}`;
};
