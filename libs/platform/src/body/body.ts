import { ValidationPipe } from '@nestjs/common';
import type { ArgumentMetadata } from '@nestjs/common';
import { problemErrorsOf } from './body-errors.ts';
import { excessOf } from './bounded.ts';
import { problem } from '../problem.ts';

const misfit = 'The body does not fit; see errors.';

const mustBeAnObject = (body: unknown): void => {
  if (typeof body === 'object' && body !== null && !Array.isArray(body)) return;
  throw problem.badRequest(misfit, [{ pointer: '', rule: 'wrong-type', detail: 'The body must be an object.' }]);
};

const mustBeBounded = (body: unknown): void => {
  const detail = excessOf(body);
  if (detail !== null) throw problem.badRequest(misfit, [{ pointer: '', rule: 'too-large', detail }]);
};

/** The values are looked at to say what is wrong with them, and told to nobody. */
const told = { target: false, value: true };

class BodyPipe extends ValidationPipe {
  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    if (metadata.type === 'body' && this.toValidate(metadata)) {
      mustBeAnObject(value);
      mustBeBounded(value);
    }
    return super.transform(value, metadata);
  }
}

/** Bodies are checked against their class; unknown fields are refused. */
export const bodyValidation = (): ValidationPipe =>
  new BodyPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    validationError: told,
    exceptionFactory: (errors) => problem.badRequest(misfit, problemErrorsOf(errors)),
  });
