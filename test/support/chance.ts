/** Numbers from 0 to 1. */
export type Chance = () => number;

/** Numbers that follow from a seed (mulberry32), so that a run can be repeated. */
export const chanceFrom = (seed: number): Chance => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

/** A seed for one of several who each need a stream of their own: what one draws must not depend on when another did. */
export const seedOf = (seed: number, name: string): number => [...name].reduce((mixed, letter) => Math.imul(mixed ^ (letter.codePointAt(0) ?? 0), 0x0100_0193) >>> 0, (seed ^ 0x811c_9dc5) >>> 0);

/** A whole number from `least` up to and including `most`. */
export const whole = (chance: Chance, least: number, most: number): number => least + Math.floor(chance() * (most - least + 1));

export const oneOf = <T>(chance: Chance, from: readonly T[]): T => {
  const found = from[whole(chance, 0, from.length - 1)];
  if (found === undefined) throw new RangeError('nothing to choose from');
  return found;
};

/** A UUID (version 4 in form) of the drawn numbers. */
export const uuidFrom = (chance: Chance): string => {
  const hex = Array.from({ length: 32 }, (_, at) => (at === 12 ? '4' : at === 16 ? '8' : whole(chance, 0, 15).toString(16))).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
};
