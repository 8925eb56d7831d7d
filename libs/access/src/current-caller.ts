import { createParamDecorator } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
import { problem } from '@kring/platform';
import type { Caller } from './caller.ts';

/** What is needed of a request to know who asks, and what for. */
export type Asking = { readonly headers: Readonly<Record<string, string | string[] | undefined>> & { readonly authorization?: string } };

/** Who is behind each request that the guard let through. Kept beside the request, because a field on it could come from elsewhere. */
const callers = new WeakMap<Asking, Caller>();

export const receive = (request: Asking, caller: Caller): void => void callers.set(request, caller);

/** The caller of a request that passed the guard. @throws Problem 401 on a public route that was called without a token. */
export const callerOf = (request: Asking): Caller => {
  const caller = callers.get(request);
  if (caller === undefined) throw problem.unauthorized();
  return caller;
};

/** The caller as a parameter of a handler. */
export const CurrentCaller = createParamDecorator((_data: unknown, context: ExecutionContext): Caller => callerOf(context.switchToHttp().getRequest<Asking>()));
