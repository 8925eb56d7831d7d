import { isBsn } from './bsn.ts';
import { datePattern, dayExists, instantPattern } from './calendar.ts';

/**
 * How a text must be written. One table serves the classes (class-validator) and the schemas (JSON Schema), so that the two
 * cannot drift apart: `pattern` and `maxLength` are published as such, `test` is what no pattern can say.
 */
export type Format = {
  readonly name: string;
  readonly pattern: string;
  /** In Unicode code points, as JSON Schema counts. */
  readonly maxLength: number;
  /** Completes "The value must be …"; never shows the value itself. */
  readonly shape: string;
  readonly test?: { readonly passes: (value: string) => boolean; readonly rule: string; readonly detail: string };
};

const existingDay = {
  passes: dayExists,
  rule: 'no-such-day',
  detail: 'The value names a day that is not in the calendar.',
};

/** No control characters, no half surrogate pairs, and at least one character that is not white space. */
const writtenText = '^(?!\\s*$)[^\\p{Cc}\\p{Cs}]+$';

const format = (name: string, maxLength: number, pattern: string, shape: string, test?: Format['test']): Format => ({ name, maxLength, pattern, shape, test });

export const formats = {
  identifier: format('identifier', 64, '^[A-Za-z0-9._:-]+$', '1 to 64 characters of A-Z, a-z, 0-9, full stop, underscore, colon and hyphen'),
  code: format('code', 64, '^[a-z0-9]+(?:-[a-z0-9]+)*$', 'a code of lower-case letters and digits, in words joined by hyphens'),
  bsn: format('bsn', 9, '^[0-9]{9}$', 'a BSN of nine digits, with its leading zeros', {
    passes: isBsn,
    rule: 'bsn-eleven-test',
    detail: 'The BSN does not pass the 11-test, so no one has it; one of its digits is wrong.',
  }),
  instant: format('date-time', 35, instantPattern, 'an RFC 3339 date-time with Z or an offset, such as 2026-03-31T09:30:00+02:00', existingDay),
  date: format('date', 10, datePattern, 'a date written as 2026-03-31', existingDay),
  postcode: format('postcode', 6, '^[1-9][0-9]{3}[A-Z]{2}$', 'a Dutch postcode written as 1611AB, without a space'),
  phone: format('phone', 32, '^[0-9+(][0-9 ()./-]{2,31}$', 'a telephone number of digits, spaces and + ( ) . / -'),
  email: format('email-address', 254, '^[^\\s@\\p{Cc}\\p{Cs}]{1,64}@[^\\s@.\\p{Cc}\\p{Cs}]+(?:\\.[^\\s@.\\p{Cc}\\p{Cs}]+)+$', 'an e-mail address'),
  name: format('name', 200, writtenText, 'a text of 1 to 200 characters without line breaks or control characters'),
  label: format('label', 200, writtenText, 'a text of 1 to 200 characters without line breaks or control characters'),
  addition: format('house-number-addition', 16, writtenText, 'a text of 1 to 16 characters without line breaks or control characters'),
  /** A person's own words may run over several lines. */
  prose: format('prose', 2000, '^(?:[^\\p{Cc}\\p{Cs}]|[\\n\\r\\t])+$', 'a text of 1 to 2,000 characters without control characters other than line breaks and tabs'),
  userId: format('user-id', 128, '^[A-Za-z0-9._:@-]+$', '1 to 128 characters of A-Z, a-z, 0-9, full stop, underscore, colon, at sign and hyphen'),
  alertCode: format('alert-code', 3, '^A[0-9]{2}$', 'an alert code such as A01'),
  stream: format('stream-name', 160, '^[A-Za-z0-9._:-]+$', '1 to 160 characters of A-Z, a-z, 0-9, full stop, underscore, colon and hyphen'),
  position: format('position', 64, '^[A-Za-z0-9._:-]+$', 'a position that the hub gave'),
  eventId: format('event-id', 128, '^[\\x21-\\x7e]+$', '1 to 128 visible ASCII characters without spaces'),
  source: format(
    'source-urn',
    128,
    '^urn:nld:(?:oin:[0-9]{20}|kvknr:[0-9]{8}):systeem:[A-Za-z0-9._-]+$',
    'a URN of the publishing system: urn:nld:oin:<20 digits>:systeem:<name> or urn:nld:kvknr:<8 digits>:systeem:<name>',
  ),
  eventType: format('event-type', 128, '^nl\\.kring\\.[a-z-]+\\.[a-z-]+\\.v[1-9][0-9]*$', 'a type of the catalogue: nl.kring.<plural>.<past participle>.v<number>'),
  subject: format('subject', 64, '^[A-Za-z0-9._:-]+$', '1 to 64 characters of A-Z, a-z, 0-9, full stop, underscore, colon and hyphen', {
    passes: (value) => !isBsn(value),
    rule: 'bsn-in-attribute',
    detail: 'The value looks like a BSN; attributes of an event never carry personal data.',
  }),
  jsonMediaType: format('json-media-type', 64, '^application/json(?: *; *charset=(?:utf-8|UTF-8))?$', 'application/json'),
  absoluteUri: format('absolute-uri', 256, '^[A-Za-z][A-Za-z0-9+.-]*:[!#-;=?-\\[\\]_a-z~%]+$', 'an absolute URI'),
  sequence: format('sequence', 15, '^[1-9][0-9]{0,14}$', 'a whole number from 1, without leading zeros'),
  traceparent: format('traceparent', 55, '^(?!ff)[0-9a-f]{2}-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}$', 'a W3C trace context parent'),
} as const satisfies Record<string, Format>;

const shapes = new Map<Format, RegExp>();

const shapeOf = (one: Format): RegExp => {
  const known = shapes.get(one);
  if (known) return known;
  const made = new RegExp(one.pattern, 'u');
  shapes.set(one, made);
  return made;
};

const fits = (text: string, maxLength: number): boolean => text.length <= maxLength || (text.length <= 2 * maxLength && [...text].length <= maxLength);

/** Whether the value is a text written as the format asks. */
export const isWritten = (one: Format, value: unknown): value is string =>
  typeof value === 'string' && fits(value, one.maxLength) && shapeOf(one).test(value) && (one.test?.passes(value) ?? true);
