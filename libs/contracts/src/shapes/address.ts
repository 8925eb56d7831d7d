import { IsHouseNumberAddition, IsPostcode } from '../field/written.ts';
import { IsWholeNumber, Optional } from '../field/structure.ts';

/** An address in the Netherlands, as the BAG writes it. Personal as a whole: it is sealed and shown in one piece. */
export class AddressValue {
  @IsPostcode() postcode!: string;
  @IsWholeNumber(1, 99_999) houseNumber!: number;
  /** Letter and addition together, such as `A` or `bis 2`. */
  @Optional() @IsHouseNumberAddition() addition?: string;
}
