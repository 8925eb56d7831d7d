import { beforeTheFirst, type Position } from '@kring/event-store';

const digits = 16;
const form = /^\d{16}$/;

/** Decimal with leading zeroes: the order of the strings is the order of the numbers, up to the largest safe integer. */
export const positionOf = (number: number): Position => (number === 0 ? beforeTheFirst : String(number).padStart(digits, '0'));

export const numberOf = (position: Position): number => {
  if (position === beforeTheFirst) return 0;
  if (!form.test(position)) throw new TypeError(`"${position}" is not a position of this event store`);
  return Number(position);
};
