import { createParamDecorator } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
import { purposes } from '@kring/contracts';
import type { Purpose } from '@kring/contracts';
import { problem } from '@kring/platform';
import type { Asking } from './current-caller.ts';

const isPurpose = (text: unknown): text is Purpose => purposes.some((purpose) => purpose === text);

/** What the caller says that it wants the answer for: without a purpose, no data. @throws Problem 400 */
export const purposeOf = ({ headers }: Asking): Purpose => {
  const given = headers['processing-activity'];
  if (isPurpose(given)) return given;
  const detail = `Say what for in the header Processing-Activity: one of ${purposes.join(', ')}.`;
  throw problem.badRequest('No data without a purpose.', [{ pointer: '', rule: 'processing-activity', detail }]);
};

/** The purpose as a parameter of a handler. */
export const ProcessingActivity = createParamDecorator((_data: unknown, context: ExecutionContext): Purpose => purposeOf(context.switchToHttp().getRequest<Asking>()));
