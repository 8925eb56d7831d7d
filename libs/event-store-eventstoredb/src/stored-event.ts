import { jsonEvent, type AllStreamResolvedEvent, type JSONEventData, type ResolvedEvent } from '@eventstore/db-client';
import type { JsonObject, NewEvent, RecordedEvent } from '@kring/event-store';
import { positionOf, toldPosition } from './position.ts';

/**
 * When the store took an event, by the clock of the process that appended it, beside the event's own metadata. The server has
 * a clock too, but if that is ahead of ours, an event would lie in the future of whoever reads it.
 */
const recordedAtKey = '$recordedAt';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const oneLine = /^[^\u0000-\u001f\u007f]{1,500}$/u;

/** Names that begin with `$` are the server's own: its streams are hidden from `$all`, its events from the feed. */
const checkedName = (what: string, name: string): string => {
  if (!oneLine.test(name) || !name.isWellFormed()) throw new TypeError(`the ${what} must be one line of 1 to 500 characters`);
  if (name.startsWith('$')) throw new TypeError(`the ${what} must not begin with $, which is for the event store itself`);
  return name;
};

export const checkedStream = (name: string): string => checkedName('name of a stream', name);

/** @throws TypeError for an event that cannot be stored. */
export const checkedEvent = (event: NewEvent): NewEvent => {
  if (!uuid.test(event.id)) throw new TypeError('the id of an event must be a UUID');
  if (recordedAtKey in event.metadata) throw new TypeError(`the metadata of an event must not hold ${recordedAtKey}`);
  checkedName('type of an event', event.type);
  return event;
};

export const toStored = ({ id, type, data, metadata }: NewEvent, recordedAt: string): JSONEventData =>
  jsonEvent({ id: id.toLowerCase(), type, data, metadata: { ...metadata, [recordedAtKey]: recordedAt } });

const stampLength = JSON.stringify({ [recordedAtKey]: new Date(0).toISOString() }).length;

/** What the server counts of an event towards its limit of one append, in bytes. */
export const sizeOf = ({ type, data, metadata }: NewEvent): number =>
  Buffer.byteLength(JSON.stringify(data)) + Buffer.byteLength(JSON.stringify(metadata)) + stampLength + 2 * type.length;

/** `undefined` for what is not ours: the server's own events, links, and what others stored that is no JSON object. */
export const fromStored = ({ event }: ResolvedEvent | AllStreamResolvedEvent): RecordedEvent | undefined => {
  if (!event || event.type.startsWith('$') || !event.isJson || !isObject(event.data)) return undefined;
  const { [recordedAtKey]: stamped, ...metadata } = isObject(event.metadata) ? event.metadata : {};
  return {
    id: event.id,
    type: event.type,
    data: event.data,
    metadata,
    stream: event.streamId,
    revision: Number(event.revision),
    position: positionOf(toldPosition(event.position)),
    recordedAt: typeof stamped === 'string' ? stamped : event.created.toISOString(),
  };
};

const isObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Uint8Array);
