import type { Arrival } from '@kring/door';
import type { Line } from './lines.ts';

const decoder = new TextDecoder('utf-8', { fatal: true });

const unreadable = (rule: string, detail: string): Arrival => ({ unreadable: { pointer: '', rule, detail } });

/** A line as an arrival: its JSON, or why it is none. */
export const arrivalOf = (line: Line, maxEventBytes: number): Arrival => {
  if ('tooLong' in line) return unreadable('event-too-large', `An event is at most ${maxEventBytes} bytes of JSON.`);
  let text: string;
  try {
    text = decoder.decode(line.bytes);
  } catch {
    return unreadable('not-utf-8', 'A line must be UTF-8.');
  }
  try {
    return { value: JSON.parse(text) as unknown, bytes: line.bytes.length };
  } catch {
    return unreadable('not-json', 'A line must be one event as JSON.');
  }
};

/** The text of a body as JSON; `undefined` when it is none. */
export const jsonOf = (body: Uint8Array): { readonly json: unknown } | undefined => {
  try {
    return { json: JSON.parse(decoder.decode(body)) as unknown };
  } catch {
    return undefined;
  }
};

/** The events of a batch. Their sizes are worked out only where the whole is large enough for one to be too large. */
export const arrivalsOf = (events: readonly unknown[], bodyBytes: number, maxEventBytes: number): Arrival[] =>
  events.map((value) => ({ value, bytes: bodyBytes <= maxEventBytes ? 0 : Buffer.byteLength(JSON.stringify(value) ?? '') }));

const attributePrefix = 'ce-';
/** More attributes than this are no CloudEvent of ours. */
const maxAttributes = 32;

/** Percent-encoding of attribute values in the HTTP binding of CloudEvents. */
const decoded = (value: string): string => {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
};

/** Binary mode: the attributes stand in headers, the body is `data`. */
export const fromBinary = (headers: Readonly<Record<string, string | string[] | undefined>>, data: unknown, bytes: number): Arrival => {
  const attributes = Object.entries(headers)
    .filter(([name]) => name.startsWith(attributePrefix))
    .slice(0, maxAttributes)
    .map(([name, value]) => [name.slice(attributePrefix.length), decoded(String(value))] as const);
  return { value: { ...Object.fromEntries(attributes), datacontenttype: 'application/json', data }, bytes };
};
