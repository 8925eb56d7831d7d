import { ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import type { ProblemError } from './problem.ts';
import { problem } from './problem.ts';

const kebab = (name: string): string => name.replace(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase();
const escape = (segment: string): string => segment.replaceAll('~', '~0').replaceAll('/', '~1');

const ruleOf = (constraint: string): string => {
  if (constraint === 'whitelistValidation') return 'unknown-field';
  if (constraint === 'isDefined' || constraint === 'isNotEmpty') return 'required';
  return kebab(constraint);
};

/** Every error of a body at once, each with its pointer; the values stay out. */
export const problemErrorsOf = (errors: readonly ValidationError[], at = ''): ProblemError[] =>
  errors.flatMap((error) => {
    const pointer = `${at}/${escape(error.property)}`;
    const own = Object.keys(error.constraints ?? {}).map((constraint) => {
      const rule = ruleOf(constraint);
      const detail = rule === 'unknown-field' ? 'This field is not known here; leave it out.' : `This field breaks the rule ${rule}.`;
      return { pointer, rule, detail };
    });
    return [...own, ...problemErrorsOf(error.children ?? [], pointer)];
  });

/** Bodies are checked against their class; unknown fields are refused. */
export const bodyValidation = (): ValidationPipe =>
  new ValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    validationError: { target: false, value: false },
    exceptionFactory: (errors) => problem.badRequest('The body does not fit; see errors.', problemErrorsOf(errors)),
  });
