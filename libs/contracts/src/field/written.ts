import { ValidateBy, type ValidationOptions } from 'class-validator';
import { formats, isWritten, type Format } from '../format/formats.ts';

/** The field is a text in one of the formats of the language. */
export const writtenAs = (format: Format) => (options?: ValidationOptions): PropertyDecorator =>
  ValidateBy(
    {
      name: format.name,
      validator: { validate: (value: unknown) => isWritten(format, value), defaultMessage: () => `$property must be ${format.shape}` },
    },
    options,
  );

/** An id of the publisher's own, unique within the partner. */
export const IsPublisherId = writtenAs(formats.identifier);
/** An id that the hub gave: of a household, a person, a match. Opaque to everyone else. */
export const IsHubId = writtenAs(formats.identifier);
/** A code that a region file or a code list explains: of a partner, a team, an area, a role, a discipline. */
export const IsCode = writtenAs(formats.code);
/** A burgerservicenummer that passes the 11-test. */
export const IsBsn = writtenAs(formats.bsn);
/** An instant: RFC 3339 with `Z` or an offset. */
export const IsInstant = writtenAs(formats.instant);
/** A day of the calendar, without a time. */
export const IsLocalDate = writtenAs(formats.date);
export const IsPostcode = writtenAs(formats.postcode);
export const IsHouseNumberAddition = writtenAs(formats.addition);
export const IsPhoneNumber = writtenAs(formats.phone);
export const IsEmailAddress = writtenAs(formats.email);
export const IsName = writtenAs(formats.name);
export const IsLabel = writtenAs(formats.label);
/** A reason in someone's own words. */
export const IsProse = writtenAs(formats.prose);
export const IsUserId = writtenAs(formats.userId);
export const IsAlertCode = writtenAs(formats.alertCode);
/** The CloudEvents id of an event. */
export const IsEventId = writtenAs(formats.eventId);
export const IsEventType = writtenAs(formats.eventType);
/** Name of a stream of the event store. */
export const IsStream = writtenAs(formats.stream);
/** A place in the log; opaque, and ordered as text. */
export const IsPosition = writtenAs(formats.position);
/** The attributes of the envelope; see `Envelope`. */
export const IsSource = writtenAs(formats.source);
export const IsSubject = writtenAs(formats.subject);
export const IsJsonMediaType = writtenAs(formats.jsonMediaType);
export const IsAbsoluteUri = writtenAs(formats.absoluteUri);
export const IsTraceparent = writtenAs(formats.traceparent);
