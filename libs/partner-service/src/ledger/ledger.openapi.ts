import { applyDecorators } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiResponse } from '@nestjs/swagger';
import { receiptSchema } from '../http/receipt.schema.ts';

type Schema = Readonly<Record<string, unknown>>;
type Description = { readonly operationId: string; readonly summary: string; readonly answer: string; readonly schema: Schema; readonly also: readonly number[] };

const orNull = (schema: Schema): Schema => ({ oneOf: [schema, { type: 'null' }] });
const object = (properties: Readonly<Record<string, Schema>>): Schema => ({ type: 'object', required: Object.keys(properties), properties });

const page = {
  title: 'LedgerPage',
  description: 'What a partner has said about one household.',
  ...object({
    householdId: { type: ['string', 'null'] },
    revision: { type: 'integer', minimum: -1, description: '-1 while the partner has said nothing.' },
    events: { type: 'array', items: { type: 'object' } },
  }),
};

export const pageDescription: Description = {
  operationId: 'readLedgerPage', summary: 'Read what the partner said about a household', answer: 'The page of the partner on this household.', schema: page, also: [404],
};

export const entryDescription: Description = {
  operationId: 'writeLedgerEntry', summary: 'Record what a command led to', answer: 'The receipt.', schema: receiptSchema, also: [404, 409, 412],
};

export const receiptDescription: Description = {
  operationId: 'findLedgerReceipt', summary: 'Find the receipt of a command', answer: 'The receipt, or null where the command is not known.', also: [404],
  schema: object({ known: orNull(object({ receipt: receiptSchema, sameCommand: { type: 'boolean' } })) }),
};

/** Describes one operation of the ledger. */
export const Described = ({ operationId, summary, answer, schema, also }: Description): MethodDecorator =>
  applyDecorators(
    ApiOperation({ operationId, summary }),
    ApiParam({ name: 'partner', description: 'Code of the partner whose ledger it is.', schema: { type: 'string' } }),
    ApiOkResponse({ description: answer, content: { 'application/json': { schema } } }),
    ...also.map((status) => ApiResponse({ status })),
  );
