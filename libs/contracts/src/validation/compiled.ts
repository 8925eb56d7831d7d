import type { DataValidationCxt } from 'ajv/dist/types/index.js';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { annotations } from '../field/annotation.ts';
import { isAfter } from '../field/structure.ts';
import { formats, type Format } from '../format/formats.ts';
import type { JsonSchema } from '../schema/json-schema.ts';
import type { ContractError } from './error.ts';
import { explain } from './explain.ts';

/** An honest event of 64 KB holds far fewer values; past this, the first error found is all that is told. */
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

/** Whether the value holds more than so many values, at whatever depth. Takes no more steps than that, and does not recurse. */
const holdsMoreThan = (most: number, value: unknown): boolean => {
  const waiting: unknown[] = [value];
  for (let counted = 1; waiting.length > 0; ) {
    const one = waiting.pop();
    if (typeof one !== 'object' || one === null) continue;
    for (const name in one) {
      if (++counted > most) return true;
      waiting.push((one as Record<string, unknown>)[name]);
    }
  }
  return false;
};

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
    if (holdsMoreThan(mostValues, value)) return [{ pointer: root, rule: 'too-large', detail: `An event holds at most ${mostValues} values.` }];
    const check = findAll();
    check(value);
    return explain(check.errors ?? [], root);
  };
};
