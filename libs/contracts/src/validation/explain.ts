import type { ErrorObject } from 'ajv';
import { annotations } from '../field/annotation.ts';
import { formats, type Format } from '../format/formats.ts';
import { mostErrors, pointerStep, type ContractError } from './error.ts';

const formatNamed: ReadonlyMap<unknown, Format> = new Map(Object.values(formats).map((format) => [format.name, format]));

const kinds: Readonly<Record<string, string>> = { string: 'a text', integer: 'a whole number', boolean: 'true or false', object: 'an object', array: 'a list' };

const kindOf = (type: unknown): string => (Array.isArray(type) ? type : [type]).map((one: string) => kinds[one] ?? one).join(' or ');

type Explanation = Pick<ContractError, 'rule' | 'detail'> & { step?: string };

const formatOf = (error: ErrorObject): Format | undefined => formatNamed.get((error.parentSchema as { format?: unknown } | undefined)?.format);

/** What each keyword of JSON Schema means in words. */
const explanations: Readonly<Record<string, (error: ErrorObject) => Explanation>> = {
  required: ({ params }) => ({ rule: 'required', detail: 'The field is missing.', step: params['missingProperty'] }),
  additionalProperties: ({ params }) => ({ rule: 'unknown-field', detail: 'The contract has no such field here.', step: params['additionalProperty'] }),
  type: ({ params }) => ({ rule: 'wrong-type', detail: `The value must be ${kindOf(params['type'])}.` }),
  enum: ({ params }) => ({ rule: 'not-one-of', detail: `The value must be one of: ${(params['allowedValues'] as string[]).join(', ')}.` }),
  maxLength: ({ params }) => ({ rule: 'too-long', detail: `The text must have at most ${params['limit']} characters.` }),
  pattern: (error) => ({ rule: 'wrong-format', detail: `The value must be ${formatOf(error)?.shape ?? 'written as the schema says'}.` }),
  format: (error) => formatOf(error)?.test ?? { rule: 'wrong-format', detail: 'The value is not written as the schema says.' },
  minItems: ({ params }) => ({ rule: 'too-few', detail: `The list must have at least ${params['limit']} of them.` }),
  maxItems: ({ params }) => ({ rule: 'too-many', detail: `The list must have at most ${params['limit']} of them.` }),
  minimum: ({ params }) => ({ rule: 'out-of-range', detail: `The number must be at least ${params['limit']}.` }),
  maximum: ({ params }) => ({ rule: 'out-of-range', detail: `The number must be at most ${params['limit']}.` }),
  minProperties: () => ({ rule: 'no-key', detail: 'At least one of its fields must be given.' }),
  [annotations.after]: ({ schema }) => ({ rule: 'ends-before-it-starts', detail: `The instant must be later than ${schema}.` }),
};

const explained = (error: ErrorObject, root: string): ContractError => {
  const { rule, detail, step } = explanations[error.keyword]?.(error) ?? { rule: 'not-valid', detail: 'The value is not as the schema says.' };
  return { pointer: root + error.instancePath + (step === undefined ? '' : `/${pointerStep(step)}`), rule, detail };
};

/** Of a text that is both too long and written wrongly, how to write it says more: `1611 AB` is no matter of length. */
const saysMore = (one: ContractError, other: ContractError): boolean => one.rule === 'wrong-format' && other.rule === 'too-long';

/** The errors that the compiled schema found, in words, one for each place. */
export const explain = (errors: readonly ErrorObject[], root: string): ContractError[] => {
  const byPointer = new Map<string, ContractError>();
  for (const error of errors) {
    const one = explained(error, root);
    const known = byPointer.get(one.pointer);
    if (known ? saysMore(one, known) : byPointer.size < mostErrors) byPointer.set(one.pointer, one);
  }
  return [...byPointer.values()];
};
