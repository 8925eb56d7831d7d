import { code, day, list, oneOf, row, shaped, text, titled, whole } from '@kring/reading';
import { contactPersonSchema, memberSchema } from '../schema/circle.schema.ts';

export const foundSchema = titled('FoundHouseholds', row({
  households: list(row({ householdId: text, state: code('registered', 'provisional', 'merged'), region: text, area: text, members: list(memberSchema), contactPerson: contactPersonSchema })),
}));

const address = row({ postcode: shaped('^[1-9][0-9]{3}[A-Z]{2}$'), houseNumber: whole, addition: text }, ['postcode', 'houseNumber']);

/** One way of searching at a time. */
export const searchSchema = oneOf(row({ bsn: shaped('^[0-9]{9}$') }), row({ address }), row({ name: text, birthDate: day }), row({ householdId: text }));
