import { Catch, HttpException } from '@nestjs/common';
import type { ArgumentsHost, ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { STATUS_CODES } from 'node:http';
import { RuleBroken } from '@kring/household';
import type { Log } from './log.ts';
import { Problem, problem } from './problem.ts';

const details: Readonly<Record<number, string>> = {
  400: 'The request could not be read; check its syntax.',
  404: 'There is nothing at this path.',
  405: 'This path does not take this method.',
  413: 'The body is larger than this path takes.',
  415: 'This path does not take this media type.',
};

type Coded = { readonly statusCode?: unknown; readonly name?: unknown };
const retryable = new Set(['EventStoreUnavailable', 'AppendOutcomeUnknown', 'ViewStoreUnavailable', 'KeyStoreUnavailable']);

/** Any error as the problem that is told. What is unforeseen is told as 500 without a word of its content. */
export const problemOf = (error: unknown): Problem => {
  if (error instanceof Problem) return error;
  if (error instanceof RuleBroken) return problem.conflict(error.rule, `The rule ${error.rule} refuses this.`);
  if (error instanceof HttpException) return plain(error.getStatus());
  const { statusCode, name } = (error ?? {}) as Coded;
  if (typeof name === 'string' && retryable.has(name)) return problem.unavailable('The store cannot take this now; nothing was lost. Send it again.', 1);
  if (typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500) return plain(statusCode);
  return new Problem(500, 'Internal Server Error', 'Something went wrong here, not with your request. It was logged.');
};

const plain = (status: number): Problem => new Problem(status, STATUS_CODES[status] ?? 'Error', details[status] ?? 'The request was refused.');

/** Sends a problem; shared by the Nest filter and by routes that stand outside Nest. */
export const sendProblem = (reply: FastifyReply, told: Problem): void => {
  void reply.code(told.status).headers(told.headers).header('content-type', 'application/problem+json; charset=utf-8').send(JSON.stringify(told.body()));
};

@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly log: Log) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const told = problemOf(error);
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    if (told.status >= 500) this.log.error('request failed', { route: request.routeOptions?.url ?? '', error: this.log.describe(error) });
    if (!reply.sent) sendProblem(reply, told);
  }
}
