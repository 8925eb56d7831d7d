import { contracts, schemaUri } from '../contract.ts';
import { Envelope } from '../envelope.ts';
import { schemaOf } from '../schema/derive.ts';
import { compiledCheck } from './compiled.ts';
import type { ContractError } from './error.ts';

type Check = (value: unknown) => ContractError[];

const dataChecks: ReadonlyMap<string, Check> = new Map(contracts.map((contract) => [contract.type, compiledCheck(contract.schema, '/data')]));

/** JSON Schema of the envelope of every event. */
export const envelopeSchema = schemaOf(Envelope, { $id: schemaUri('envelope'), title: 'Envelope', description: 'CloudEvents 1.0 as Kring takes it' });

const envelopeCheck = compiledCheck(envelopeSchema, '');

const unknownType: ContractError = { pointer: '/type', rule: 'unknown-type', detail: 'The catalogue has no event of this type.' };

/** What is wrong with the data of an event of this type: every error at once, or nothing. Pointers start at `/data`. */
export const validateData = (type: string, data: unknown): ContractError[] => dataChecks.get(type)?.(data) ?? [unknownType];

/** What is wrong with the envelope of an event; the data inside is only known to be there. */
export const validateEnvelope = (event: unknown): ContractError[] => envelopeCheck(event);

/** What is wrong with a whole event, envelope and data. The data is looked at whenever its type is known, whatever else is wrong. */
export const validateEvent = (event: unknown): ContractError[] => {
  const errors = validateEnvelope(event);
  const { type, data } = (typeof event === 'object' && event !== null ? event : {}) as { type?: unknown; data?: unknown };
  if (typeof type !== 'string' || typeof data !== 'object' || data === null) return errors;
  const typeIsWrong = errors.some((error) => error.pointer === '/type');
  return typeIsWrong ? errors : [...errors, ...validateData(type, data)];
};
