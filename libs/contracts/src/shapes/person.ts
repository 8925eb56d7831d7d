import { relations, type Relation } from '../codes/people.ts';
import { Personal } from '../field/annotation.ts';
import { IsOneOf, Optional } from '../field/structure.ts';
import { IsBsn, IsHubId, IsLocalDate, IsName } from '../field/written.ts';

/** Someone of the household. Known by BSN at the door, by a random `personId` everywhere behind it. */
export class Person {
  @Optional() @IsBsn() @Personal() bsn?: string;
  @Optional() @IsHubId() personId?: string;
  @Optional() @IsName() @Personal() name?: string;
  @Optional() @IsLocalDate() @Personal() birthDate?: string;
  @Optional() @IsOneOf(relations) relation?: Relation;
}
