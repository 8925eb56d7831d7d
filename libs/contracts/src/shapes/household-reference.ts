import { Personal } from '../field/annotation.ts';
import { HasShape, Optional } from '../field/structure.ts';
import { IsBsn, IsHubId } from '../field/written.ts';
import { AddressValue } from './address.ts';

/**
 * The household that an event is about, by at least one of its keys; where several are given they are tried in this order.
 * The BSN is replaced by a keyed pseudonym before anything is stored or logged.
 */
export class HouseholdReference {
  @Optional() @IsHubId() householdId?: string;
  @Optional() @IsBsn() @Personal() bsn?: string;
  @Optional() @HasShape(() => AddressValue) @Personal() address?: AddressValue;
}
