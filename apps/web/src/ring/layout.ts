import { levels, type Level } from '../words/codes.ts';
import type { Mark } from './marks.ts';

/** The drawing's own measures; the page scales it as a whole. */
export const canvas = { width: 860, height: 660 };
export const centre = { x: canvas.width / 2, y: canvas.height / 2 };
export const householdRadius = 70;
export const markRadius = 19;
const bandWidth = 50;
const labelHeight = 38;
const gap = 7;

export const outerRadius = (level: Level): number => householdRadius + bandWidth * (levels.indexOf(level) + 1);
export const middleRadius = (level: Level): number => outerRadius(level) - bandWidth / 2;

export type Point = { x: number; y: number };
type Box = { left: number; top: number; right: number; bottom: number };
export type Placed = { mark: Mark; at: Point; label: { x: number; y: number; anchor: 'start' | 'middle' | 'end' } };

/**
 * Gives each mark a spot on the band of its level such that texts stay readable: every candidate spot is weighed for overlap,
 * for leaving the canvas and for crowding, and the lightest is taken. Marks placed earlier never move for later ones.
 */
export const layOut = (marks: readonly Mark[]): Placed[] => {
  const taken: Box[] = [...householdBoxes, ...levels.map(levelNameBox)];
  const placed: Placed[] = [];
  for (const mark of marks) {
    const best = lightest(candidates(mark), (candidate) => weight(candidate, taken, placed));
    placed.push(best.placed);
    taken.push(...best.boxes, ...(mark.isContactPerson ? along(best.placed.at) : []));
  }
  return placed;
};

/** Level names stand at the top of their bands. */
export const levelNameAt = (level: Level): Point => ({ x: centre.x, y: centre.y - outerRadius(level) + 17 });

const around = (at: Point, halfWidth: number, halfHeight: number): Box => ({ left: at.x - halfWidth, right: at.x + halfWidth, top: at.y - halfHeight, bottom: at.y + halfHeight });
/** A disc, roughly: its own corners would keep others off the diagonals. */
const householdBoxes = [[70, 24], [56, 40], [40, 56], [24, 70]].map(([width = 0, height = 0]) => around(centre, width, height));
const levelNameBox = (level: Level): Box => around({ x: centre.x, y: levelNameAt(level).y - 4 }, 48, 10);

/** The line from the household to its contact person, as boxes that others keep clear of. */
const along = (at: Point): Box[] => {
  const length = Math.hypot(at.x - centre.x, at.y - centre.y);
  const steps = Math.max(0, Math.floor((length - householdRadius) / 12));
  return Array.from({ length: steps }, (_, step) => {
    const share = (householdRadius + 12 * (step + 0.5)) / length;
    return around({ x: centre.x + (at.x - centre.x) * share, y: centre.y + (at.y - centre.y) * share }, 7, 7);
  });
};

type Candidate = { placed: Placed; boxes: Box[]; angle: number };

const spots = 48;

const candidates = (mark: Mark): Candidate[] =>
  Array.from({ length: spots }, (_, spot) => (spot / spots) * 2 * Math.PI).flatMap((angle) => {
    const radius = middleRadius(mark.level);
    const at = { x: Math.round(centre.x + radius * Math.cos(angle)), y: Math.round(centre.y + radius * Math.sin(angle)) };
    return (['start', 'end', 'middle'] as const).map((anchor) => candidate(mark, at, angle, anchor));
  });

const candidate = (mark: Mark, at: Point, angle: number, anchor: 'start' | 'end' | 'middle'): Candidate => {
  const width = labelWidth(mark);
  const side = anchor === 'start' ? 1 : -1;
  const reach = markRadius + gap + (mark.isContactPerson ? 7 : 0);
  const label = anchor === 'middle' ? { x: at.x, y: at.y + reach + 8, anchor } : { x: at.x + side * reach, y: at.y - 2, anchor };
  const box: Box = anchor === 'middle'
    ? { left: at.x - width / 2, right: at.x + width / 2, top: at.y + markRadius, bottom: at.y + markRadius + labelHeight }
    : { left: anchor === 'start' ? label.x : label.x - width, right: anchor === 'start' ? label.x + width : label.x, top: at.y - labelHeight / 2, bottom: at.y + labelHeight / 2 };
  return { placed: { mark, at, label }, boxes: [around(at, markRadius + 3, markRadius + 3), box], angle };
};

/** Wide enough for the widest usual face, because the drawing cannot measure its text. */
const labelWidth = ({ title, subtitle }: Mark): number => Math.max(title.length * 8.1, subtitle.length * 7.1, 30) + 4;

const weight = ({ placed, boxes, angle }: Candidate, taken: readonly Box[], others: readonly Placed[]): number => {
  const overlapping = boxes.reduce((sum, box) => sum + taken.reduce((all, other) => all + overlap(box, other), 0), 0);
  const outside = boxes.reduce((sum, box) => sum + outsideCanvas(box), 0);
  const crowding = others.reduce((sum, other) => sum + 8 / (0.15 + between(placed.at, other.at)) ** 2 + 300_000 / (30 + distance(placed.at, other.at)) ** 2, 0);
  const inward = placed.label.anchor === 'middle' ? 14 : Math.cos(angle) * (placed.label.anchor === 'start' ? 1 : -1) < -0.05 ? 40 : 0;
  return overlapping * 8 + outside * 20 + crowding + inward;
};

const overlap = (one: Box, other: Box): number =>
  Math.max(0, Math.min(one.right, other.right) - Math.max(one.left, other.left)) * Math.max(0, Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top));

const outsideCanvas = (box: Box): number =>
  Math.max(0, -box.left) + Math.max(0, -box.top) + Math.max(0, box.right - canvas.width) + Math.max(0, box.bottom - canvas.height);

const angleOf = ({ x, y }: Point): number => Math.atan2(y - centre.y, x - centre.x);
/** The angle between two spots as the household sees them, in radians. */
const between = (one: Point, other: Point): number => Math.abs(Math.atan2(Math.sin(angleOf(one) - angleOf(other)), Math.cos(angleOf(one) - angleOf(other))));
const distance = (one: Point, other: Point): number => Math.hypot(one.x - other.x, one.y - other.y);

const lightest = (all: readonly Candidate[], weigh: (candidate: Candidate) => number): Candidate => {
  const [first, ...rest] = all.map((one) => ({ one, weight: weigh(one) }));
  if (!first) throw new Error('A mark has at least one spot.');
  return rest.reduce((best, next) => (next.weight < best.weight - 1e-9 ? next : best), first).one;
};
