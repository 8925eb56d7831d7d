import type { DataValidationCxt } from 'ajv/dist/types/index.js';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { annotations } from '../field/annotation.ts';
import { isAfter } from '../field/structure.ts';
import { formats, type Format } from '../format/formats.ts';
import type { JsonSchema } from '../schema/json-schema.ts';
import type { ContractError } from './error.ts';
import { explain } from './explain.ts';

/** How many values an event that is wrong may hold for each of them to be looked at. One that is right is never counted. */
const mostValues = 5_000;

const isLater = (earlier: string, value: unknown, _schema: unknown, place?: DataValidationCxt): boolean =>
  isAfter(value, (place?.parentData as Record<string, unknown> | undefined)?.[earlier]);

const compiler = (allErrors: boolean): Ajv2020 => {
  const ajv = new Ajv2020({ allErrors, verbose: allErrors, strict: true, allowUnionTypes: true, strictTypes: false });
  for (const format of Object.values<Format>(formats)) ajv.addFormat(format.name, format.test ? { type: 'string', validate: format.test.passes } : true);
  ajv.addKeyword({ keyword: annotations.personal, schemaType: 'boolean' });
  ajv.addKeyword({ keyword: annotations.after, schemaType: 'string', type: 'string', validate: isLater, errors: false });
  return ajv;
};

const partsOf = (value: unknown): readonly unknown[] => {
  if (Array.isArray(value)) return value;
  return typeof value === 'object' && value !== null ? Object.values(value) : [];
};

/** Whether the value holds more than so many values, at whatever depth. Does not recurse, so no depth exhausts the stack. */
const holdsMoreThan = (most: number, value: unknown): boolean => {
  const waiting: unknown[] = [value];
  for (let counted = 0; waiting.length > 0; counted++) {
    const parts = partsOf(waiting.pop());
    if (counted + waiting.length + parts.length > most) return true;
    for (const part of parts) waiting.push(part);
  }
  return false;
};

const tooLarge = (pointer: string): ContractError => ({ pointer, rule: 'too-large', detail: `The event is wrong, and holds more than ${mostValues} values.` });

const once = <Made>(make: () => Made): (() => Made) => {
  let made: { value: Made } | undefined;
  return () => (made ??= { value: make() }).value;
};

const quick = once(() => compiler(false));
const thorough = once(() => compiler(true));

/**
 * A check of a schema. What is right is found right by a quick validator that stops at the first error; only what is wrong is
 * looked at again for every error at once. Both are compiled when first needed.
 */
export const compiledCheck = (schema: JsonSchema, root: string): ((value: unknown) => ContractError[]) => {
  const isRight = once((): ValidateFunction => quick().compile(schema));
  const findAll = once((): ValidateFunction => thorough().compile(schema));
  return (value) => {
    if (isRight()(value)) return [];
    if (holdsMoreThan(mostValues, value)) return [tooLarge(root)];
    const check = findAll();
    check(value);
    const errors = explain(check.errors ?? [], root);
    // The validator would keep hold of the event's values until the next one is wrong.
    check.errors = null;
    return errors;
  };
};
