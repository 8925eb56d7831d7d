import type { ValidationError } from 'class-validator';
import { annotations, formats, mostErrors, pointerStep } from '@kring/contracts';
import type { Format } from '@kring/contracts';
import type { ProblemError } from '../problem.ts';

type Told = Pick<ProblemError, 'rule' | 'detail'>;

/** Rules that class-validator has other names for than the published language. */
const ruleNames: Readonly<Record<string, string>> = {
  isString: 'wrong-type', isInt: 'wrong-type', isBoolean: 'wrong-type', isObject: 'wrong-type', isArray: 'wrong-type', nestedValidation: 'wrong-type',
  isIn: 'not-one-of', isNotEmptyObject: 'no-key', arrayMinSize: 'too-few', arrayMaxSize: 'too-many', min: 'out-of-range', max: 'out-of-range',
  'whole-number': 'out-of-range', isLength: 'wrong-length', [annotations.after]: 'ends-before-it-starts',
};

const formatNamed: ReadonlyMap<string, Format> = new Map(Object.values(formats).map((format) => [format.name, format]));

/** A value that looks as it should and still is not right, such as a BSN that no one has. */
const refusedByTest = (format: Format, value: unknown): boolean =>
  format.test !== undefined && typeof value === 'string' && new RegExp(format.pattern, 'u').test(value) && !format.test.passes(value);

/** "signalId must be …" as a sentence about the value, or each of them in a list: where it stands is in the pointer. */
const sentence = (message: string, property: string, each: boolean): string => {
  const asked = message.replace(/^each value in /, '').replace(/^nested property /, '').replace(`${property} `, '').replace('one of the following values:', 'one of:');
  return `${each || message.startsWith('each value in ') ? 'Each' : 'The'} value ${asked}.`;
};

const told = (constraint: string, message: string, { property, value }: ValidationError): Told => {
  const format = formatNamed.get(constraint);
  if (format?.test && refusedByTest(format, value)) return { rule: format.test.rule, detail: format.test.detail };
  const rule = ruleNames[constraint] ?? (format ? 'wrong-format' : constraint);
  return { rule, detail: rule === 'no-key' ? 'At least one of its fields must be given.' : sentence(message, property, format !== undefined && Array.isArray(value)) };
};

/** What is wrong in one place, in the words of the published language: what is missing breaks no other rule, nor does what is of another kind. */
const toldOf = (error: ValidationError): readonly Told[] => {
  const { constraints = {}, value } = error;
  if ('whitelistValidation' in constraints) return [{ rule: 'unknown-field', detail: 'There is no such field here.' }];
  const all = Object.entries(constraints).map(([constraint, message]) => told(constraint, message, error));
  if (all.length > 0 && value === undefined) return [{ rule: 'required', detail: 'The field is missing.' }];
  const ofAnotherKind = all.filter(({ rule }) => rule === 'wrong-type');
  return ofAnotherKind.length > 0 ? ofAnotherKind.slice(0, 1) : all;
};

const errorsAt = (errors: readonly ValidationError[], at: string): ProblemError[] =>
  errors.flatMap((error) => {
    const pointer = `${at}/${pointerStep(error.property)}`;
    return [...toldOf(error).map(({ rule, detail }) => ({ pointer, rule, detail })), ...errorsAt(error.children ?? [], pointer)];
  });

/** Every error of a body at once, each with its pointer and what is asked there; the values stay out. */
export const problemErrorsOf = (errors: readonly ValidationError[]): ProblemError[] => errorsAt(errors, '').slice(0, mostErrors);
