import { IsObject } from 'class-validator';
import { IsOneOf, Optional } from './field/structure.ts';
import { IsAbsoluteUri, IsEventId, IsEventType, IsInstant, IsJsonMediaType, IsSource, IsSubject, IsTraceparent } from './field/written.ts';
import { IsSequence } from './field/sequence.ts';

/**
 * The envelope of an event: CloudEvents 1.0 as the Dutch government profile narrows it. Attributes travel and are logged in the
 * clear, so what is not listed here is refused: an extension attribute is where personal data would slip in unseen.
 */
export class Envelope {
  @IsOneOf(['1.0']) specversion!: '1.0';
  /** Unique within the source. */
  @IsEventId() id!: string;
  /** The publishing system; it must be one of the authenticated partner's own. */
  @IsSource() source!: string;
  @IsEventType() type!: string;
  /** When the publisher logged it. */
  @IsInstant() time!: string;
  /** Set by the hub on what it stores: the household, area, team or activity that it is about. */
  @Optional() @IsSubject() subject?: string;
  @Optional() @IsJsonMediaType() datacontenttype?: string;
  @Optional() @IsAbsoluteUri() dataschema?: string;
  /** The publisher's own numbering, from 1 and without holes; a hole raises alert A15. */
  @Optional() @IsSequence() sequence?: string | number;
  @Optional() @IsOneOf(['Integer']) sequencetype?: 'Integer';
  @Optional() @IsTraceparent() traceparent?: string;
  /** Checked against the schema of the type. */
  @IsObject() data!: object;
}
