import { beforeTheFirst, type Position } from '@kring/event-store';

/** Where the server keeps a record in its transaction file: bytes, as unsigned 64-bit numbers. */
export type LogPosition = { readonly commit: bigint; readonly prepare: bigint };

const digits = 20;
const form = /^(\d{20})-(\d{20})$/;
/** What the server says where it has no position to tell: -1, read as unsigned. */
const none = 0xffff_ffff_ffff_ffffn;

/** Two decimals with leading zeroes: the order of the strings is the server's order, commit before prepare. */
export const positionOf = ({ commit, prepare }: LogPosition): Position => `${decimal(commit)}-${decimal(prepare)}`;

const decimal = (number: bigint): string => number.toString().padStart(digits, '0');

/** `undefined` before the first event. @throws TypeError for a text that is no position of this store. */
export const logPositionOf = (position: Position): LogPosition | undefined => {
  if (position === beforeTheFirst) return undefined;
  const parts = form.exec(position);
  if (!parts?.[1] || !parts[2]) throw new TypeError(`"${position}" is not a position of this event store`);
  return { commit: BigInt(parts[1]), prepare: BigInt(parts[2]) };
};

/** Servers before 22.6 tell no position with the events of a stream; nothing here works without. */
export const toldPosition = (position: LogPosition | undefined): LogPosition => {
  if (!position || position.commit === none) throw new Error('the event store tells no positions with the events of a stream; it must be EventStoreDB 23.10 or later');
  return position;
};
