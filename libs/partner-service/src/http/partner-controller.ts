import { Controller, HttpCode, HttpStatus, Post, applyDecorators } from '@nestjs/common';
import { ApiBearerAuth, ApiConflictResponse, ApiHeader, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';

/** A controller of commands that a partner's back office sends: `/partners/{partner}/v1/…`. The guard of the application stands before it. */
export const PartnerController = (tag: string): ClassDecorator =>
  applyDecorators(Controller('partners/:partner/v1'), ApiTags(tag), ApiBearerAuth());

const receipt = {
  type: 'object',
  required: ['householdId', 'position', 'revision', 'events'],
  properties: {
    householdId: { type: ['string', 'null'] },
    position: { type: 'string', description: 'For minPosition, to read what was written.' },
    revision: { type: 'integer', description: "Of the partner's own page on this household; the ETag says the same." },
    events: {
      type: 'array',
      description: 'Empty where there was nothing new to say.',
      items: { type: 'object', required: ['id', 'type'], properties: { id: { type: 'string' }, type: { type: 'string' } } },
    },
  },
} as never;

/** A command: `POST` of what happened, on the plural that collects it. Nothing about a household stands in the path. */
export const Command = (collection: string, summary: string): MethodDecorator =>
  applyDecorators(
    Post(collection),
    HttpCode(HttpStatus.OK),
    ApiOperation({ summary }),
    ApiParam({ name: 'partner', description: 'Code of the partner that sends it.' }),
    ApiOkResponse({ description: 'The receipt of what was recorded.', schema: receipt }),
    ApiConflictResponse({ description: 'What is recorded already does not allow it; `errors` names the rule.' }),
    ApiHeader({ name: 'Idempotency-Key', required: false, description: 'The same command under the same key is carried out once.' }),
    ApiHeader({ name: 'If-Match', required: false, description: 'The ETag of the last receipt: refused with 412 if more was recorded since.' }),
  );
