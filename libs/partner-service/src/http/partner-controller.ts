import { Controller, HttpCode, HttpStatus, Post, applyDecorators } from '@nestjs/common';
import { ApiBearerAuth, ApiHeader, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';

/** A controller of commands that a partner's back office sends: `/partners/{partner}/v1/…`. The guard of the application stands before it. */
export const PartnerController = (tag: string): ClassDecorator =>
  applyDecorators(Controller('partners/:partner/v1'), ApiTags(tag), ApiBearerAuth());

/** A command: `POST` of what happened, on the plural that collects it. Nothing about a household stands in the path. */
export const Command = (collection: string, summary: string): MethodDecorator =>
  applyDecorators(
    Post(collection),
    HttpCode(HttpStatus.OK),
    ApiOperation({ summary }),
    ApiParam({ name: 'partner', description: 'Code of the partner that sends it.' }),
    ApiHeader({ name: 'Idempotency-Key', required: false, description: 'The same command under the same key is carried out once.' }),
    ApiHeader({ name: 'If-Match', required: false, description: 'The ETag of the last receipt: refused with 412 if more was recorded since.' }),
  );
