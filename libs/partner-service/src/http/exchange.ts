import { createParamDecorator } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
import { callerOf } from '@kring/access';
import type { Asking } from '@kring/access';
import type { Issue } from './issue.ts';
import { idempotencyKeyOf, revisionsOf } from './preconditions.ts';

type Request = Asking & { readonly params: Readonly<Record<string, string>> };
type Reply = { header(name: string, value: string): unknown };

/** One request and its answer, as far as a partner's command is concerned. */
export type Exchange = { readonly issue: Issue; readonly reply: Reply };

export const InExchange = createParamDecorator((_: unknown, context: ExecutionContext): Exchange => {
  const http = context.switchToHttp();
  const request = http.getRequest<Request>();
  const issue: Issue = {
    partner: request.params['partner'] ?? '',
    caller: callerOf(request),
    idempotencyKey: idempotencyKeyOf(request.headers['idempotency-key']),
    ifMatch: revisionsOf(request.headers['if-match']),
  };
  return { issue, reply: http.getResponse<Reply>() };
});
