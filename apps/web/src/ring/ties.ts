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

/** Winds around the household, which a straight line would cross. */
const curve = (one: Point, other: Point): string => {
  const from = polar(one);
  const to = polar(other);
  const turn = Math.atan2(Math.sin(to.angle - from.angle), Math.cos(to.angle - from.angle));
  const points = Array.from({ length: bends + 1 }, (_, bend) => {
    const share = bend / bends;
    const radius = from.radius + (to.radius - from.radius) * share;
    const angle = from.angle + turn * share;
    return point({ x: centre.x + radius * Math.cos(angle), y: centre.y + radius * Math.sin(angle) });
  });
  return `M${points.join('L')}`;
};

const bends = 32;
const polar = ({ x, y }: Point) => ({ radius: Math.hypot(x - centre.x, y - centre.y), angle: Math.atan2(y - centre.y, x - centre.x) });
