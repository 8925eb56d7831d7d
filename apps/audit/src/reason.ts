import { createParamDecorator } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
import type { Asking, Caller } from '@kring/access';
import { problem } from '@kring/platform';

export const reasonHeader = 'replay-reason';
/** As long as anyone's own words may be in the published language. */
const longest = 2_000;

/** Header values are plain ASCII; whoever needs more writes it percent-encoded, as in a URL. */
const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** Why someone looks back, in their own words; null where they do not say. */
export const reasonIn = ({ headers }: Asking): string | null => {
  const given = headers[reasonHeader];
  const reason = typeof given === 'string' ? decoded(given).trim() : '';
  if (reason.length <= longest && !/\p{Cc}/u.test(reason)) return reason === '' ? null : reason;
  throw problem.badRequest('The reason cannot be put on record.', [
    { pointer: '', rule: reasonHeader, detail: `Replay-Reason must be one line of at most ${longest} characters.` },
  ]);
};

/** Those who watch over others say what for; others look at what is theirs. @throws Problem 400 */
export const reasonOf = (caller: Caller, reason: string | null, otherwise: string): string => {
  if (reason !== null || !caller.roles.some((role) => role === 'auditor' || role === 'privacy-officer')) return reason ?? otherwise;
  throw problem.badRequest('No look back without a reason.', [
    { pointer: '', rule: reasonHeader, detail: 'Say why in the header Replay-Reason; it is put on record, sealed.' },
  ]);
};

/** The reason as a parameter of a handler. */
export const ReplayReason = createParamDecorator((_data: unknown, context: ExecutionContext): string | null => reasonIn(context.switchToHttp().getRequest<Asking>()));
