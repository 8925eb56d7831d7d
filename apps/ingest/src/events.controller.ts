import { Body, Controller, Get, Header, HttpCode, Inject, Param, Post, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { CurrentCaller } from '@kring/access';
import type { Caller } from '@kring/access';
import type { KeptEvents, Publisher, Rejection, Rejections } from '@kring/door';
import { problem } from '@kring/platform';
import { DescribePublishing, DescribeRejected, DescribeRetry, DescribeUnresolved } from './events.openapi.ts';
import { arrivalsOf, fromBinary, jsonOf } from './arrivals.ts';
import type { Intake } from './intake.ts';
import type { Answer } from './report.ts';
import { INTAKE_PARTS } from './tokens.ts';
import { batchType, binaryType, eventType, linesType, mediaTypeOf } from './media-types.ts';

export type EventsParts = {
  readonly intake: Intake;
  readonly kept: KeptEvents;
  readonly rejections: Rejections;
  readonly maxEventBytes: number;
  readonly maxBatchEvents: number;
};

const pageSize = 100;
type Page<T> = { readonly events: readonly T[]; readonly next: string | null };

/** Only the system of a partner publishes, and sees what became of its own. */
const publisherOf = (caller: Caller): Publisher => {
  if (caller.kind !== 'system' || caller.partner === null) throw problem.forbidden('Publishing is for the systems of partners.');
  return { partner: caller.partner, by: null };
};

@ApiTags('events')
@Controller('v1/events')
export class EventsController {
  constructor(@Inject(INTAKE_PARTS) private readonly parts: EventsParts) {}

  @Post()
  @HttpCode(202)
  @DescribePublishing()
  async publish(@CurrentCaller() caller: Caller, @Req() request: FastifyRequest, @Body() body: unknown): Promise<Answer> {
    const publisher = publisherOf(caller);
    switch (mediaTypeOf(request.headers['content-type'])) {
      case linesType:
        return this.parts.intake.lines(publisher, request.raw);
      case batchType:
        return this.#batch(publisher, body as Buffer);
      case eventType:
        return this.#single(publisher, body as Buffer);
      case binaryType:
        return this.#binary(publisher, request, body as Buffer);
      default:
        throw problem.unsupportedMediaType(`Send ${eventType}, ${batchType}, ${linesType}, or ${binaryType} with ce- headers.`);
    }
  }

  @Get('unresolved')
  @DescribeUnresolved()
  async unresolved(@CurrentCaller() caller: Caller, @Query('after') after?: string): Promise<Page<{ id: string; source: string; type: string; keptAt: string }>> {
    const { partner } = publisherOf(caller);
    const kept = await this.parts.kept.of(partner, after, pageSize);
    const events = kept.map(({ id, source, type, keptAt }) => ({ id, source, type, keptAt, status: 'unresolved' as const }));
    return { events, next: kept.length === pageSize ? (kept.at(-1)?.position ?? null) : null };
  }

  @Get('rejected')
  @DescribeRejected()
  async rejected(@CurrentCaller() caller: Caller, @Query('after') after?: string): Promise<Page<Rejection>> {
    const { partner } = publisherOf(caller);
    const events = await this.parts.rejections.of(partner, after, pageSize);
    return { events, next: events.length === pageSize ? (events.at(-1)?.rejectionId ?? null) : null };
  }

  @Post('rejected/:id/_retry')
  @HttpCode(202)
  @Header('cache-control', 'no-store')
  @DescribeRetry()
  async retry(@CurrentCaller() caller: Caller, @Param('id') id: string): Promise<Answer> {
    const publisher = publisherOf(caller);
    const kept = await this.parts.rejections.arrival(publisher.partner, id);
    if (kept === undefined) throw problem.notFound();
    const answer = await this.parts.intake.again(publisher, kept.arrival);
    await this.parts.rejections.drop(publisher.partner, kept.rejectionId);
    return answer;
  }

  #batch(publisher: Publisher, body: Buffer): Promise<Answer> {
    const read = jsonOf(body);
    if (read === undefined) throw problem.badRequest('The body is no JSON.', [{ pointer: '', rule: 'not-json', detail: 'Send a JSON array of CloudEvents.' }]);
    if (!Array.isArray(read.json)) throw problem.badRequest('The body is no batch.', [{ pointer: '', rule: 'wrong-type', detail: 'Send a JSON array of CloudEvents.' }]);
    if (read.json.length > this.parts.maxBatchEvents) throw problem.tooLarge(`A batch is at most ${this.parts.maxBatchEvents} events; send more as ${linesType}.`);
    return this.parts.intake.list(publisher, arrivalsOf(read.json, body.length, this.parts.maxEventBytes), 'list');
  }

  #single(publisher: Publisher, body: Buffer): Promise<Answer> {
    const value = this.#readOne(body);
    return this.parts.intake.list(publisher, [{ value, bytes: body.length }], 'single');
  }

  #binary(publisher: Publisher, request: FastifyRequest, body: Buffer): Promise<Answer> {
    if (request.headers['ce-specversion'] === undefined) throw problem.unsupportedMediaType(`Plain JSON needs the ce- headers of binary mode; a whole event is ${eventType}.`);
    const data = this.#readOne(body);
    return this.parts.intake.list(publisher, [fromBinary(request.headers, data, body.length)], 'single');
  }

  #readOne(body: Buffer): unknown {
    if (body.length > this.parts.maxEventBytes) throw problem.tooLarge(`An event is at most ${this.parts.maxEventBytes} bytes of JSON.`);
    const read = jsonOf(body);
    if (read === undefined) throw problem.badRequest('The body is no JSON.', [{ pointer: '', rule: 'not-json', detail: 'Send one event as JSON, in UTF-8.' }]);
    return read.json;
  }
}
