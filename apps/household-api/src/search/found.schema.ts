import { contactPersonSchema, memberSchema } from '../schema/circle.schema.ts';
import { code, list, row, text } from '../schema/schema.ts';

export const foundSchema = row({
  households: list(row({ householdId: text, state: code('registered', 'provisional', 'merged'), region: text, area: text, members: list(memberSchema), contactPerson: contactPersonSchema })),
});
