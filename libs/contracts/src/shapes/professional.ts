import { Personal } from '../field/annotation.ts';
import { Optional } from '../field/structure.ts';
import { IsCode, IsEmailAddress, IsName, IsPhoneNumber, IsPublisherId } from '../field/written.ts';

/** Someone who is there for their work, and how to reach them. */
export class Professional {
  @IsPublisherId() id!: string;
  @IsName() @Personal() name!: string;
  /** One of `roles`, or a role that the region added. */
  @IsCode() role!: string;
  @Optional() @IsCode() team?: string;
  @Optional() @IsPhoneNumber() @Personal() phone?: string;
  @Optional() @IsEmailAddress() @Personal() email?: string;
}
