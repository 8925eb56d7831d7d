import { Catch, HttpException } from '@nestjs/common';
import type { ArgumentsHost, ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { STATUS_CODES } from 'node:http';
import { RuleBroken } from '@kring/household';
import type { Log } from '../log.ts';
import { Problem, problem } from '../problem.ts';
import { problemType } from './headers.ts';
import type { KnownPaths } from './known-paths.ts';

const details: Readonly<Record<number, string>> = {
  400: 'The request could not be read; check its syntax.',
  404: 'There is nothing at this path.',
  405: 'This path does not take this method; Allow says which it takes.',
  413: 'The body is larger than this path takes.',
  414: 'A part of the path is longer than anything that is found here.',
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

const plain = (status: number, headers: Readonly<Record<string, string>> = {}): Problem =>
  new Problem(status, STATUS_CODES[status] ?? 'Error', details[status] ?? 'The request was refused.', { headers });

/** Sends a problem; shared by the Nest filter and by routes that stand outside Nest. */
export const sendProblem = (reply: FastifyReply, told: Problem): void => {
  void reply.code(told.status).headers(told.headers).header('content-type', problemType).send(JSON.stringify(told.body()));
};

@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly log: Log, private readonly paths: KnownPaths) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const told = (request.is404 && this.ofAnotherMethod(request)) || problemOf(error);
    if (told.status >= 500) this.log.error('request failed', { route: request.routeOptions?.url ?? '', error: this.log.describe(error) });
    if (!reply.sent) sendProblem(reply, told);
  }

  /** A path that is there, and takes other methods than the one it was asked with. */
  private ofAnotherMethod({ url }: FastifyRequest): Problem | undefined {
    const methods = this.paths.methodsOf(url);
    return methods.length === 0 ? undefined : plain(405, { allow: methods.join(', ') });
  }
}
