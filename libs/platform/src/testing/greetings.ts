import { Readable } from 'node:stream';
import { Body, Controller, Get, Module, Param, Post, Req, Res } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { IsInt, IsString } from 'class-validator';
import { RuleBroken } from '@kring/household';
import { Metrics, Readiness, createHttpApp, problem, silentLog } from '../index.ts';
import type { HttpParts } from '../index.ts';

export class Greeting {
  @IsString() name!: string;
  @IsInt() times!: number;
}

/** Streams that were opened by the slowest greeting and are not closed yet. */
export const openStreams = new Set<Readable>();

@Controller('v1/greetings')
class Greetings {
  @Post() greet(@Body() greeting: Greeting): { said: string } {
    return { said: greeting.name.repeat(greeting.times) };
  }

  /** Reads its body as it comes, however long it takes. */
  @Post('long') async listen(@Req() { raw }: FastifyRequest): Promise<{ bytes: number }> {
    let bytes = 0;
    for await (const chunk of raw) bytes += (chunk as Buffer).length;
    return { bytes };
  }

  @Get('endless') endless(@Res() reply: FastifyReply): void {
    const stream = new Readable({ read: () => undefined });
    openStreams.add(stream);
    stream.once('close', () => openStreams.delete(stream));
    stream.push('hello ');
    void reply.header('content-type', 'text/plain').send(stream);
  }

  @Get('refused') refused(): never {
    throw new RuleBroken('greeting-too-late');
  }

  @Get('hidden') hidden(): never {
    throw problem.notFound();
  }

  @Get('broken') broken(): never {
    throw new Error('999901234 lives here');
  }

  @Get('to/:name') to(@Param('name') name: string): { said: string } {
    return { said: name };
  }
}

@Module({ controllers: [Greetings] })
class GreetingModule {}

/** An application as small as can be, with all that the platform adds. */
export const greetingApp = (parts: Partial<HttpParts> = {}): Promise<NestFastifyApplication> =>
  createHttpApp(GreetingModule, {
    log: silentLog,
    metrics: new Metrics(),
    readiness: new Readiness(),
    api: { title: 'Greetings', version: '1.2.3', description: 'For a spec.' },
    mount: (fastify) => {
      fastify.addContentTypeParser('application/x-ndjson', (_request, _payload, done) => done(null));
    },
    ...parts,
  });
