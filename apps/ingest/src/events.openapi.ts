import { applyDecorators } from '@nestjs/common';
import { ApiBearerAuth, ApiHeader, ApiOperation, ApiParam, ApiQuery, ApiResponse } from '@nestjs/swagger';
import { batchType, binaryType, eventType, linesType } from './media-types.ts';
import { answerSchema, rejectedPageSchema, unresolvedPageSchema } from './events.schema.ts';

const event = { $ref: '#/components/schemas/CloudEvent' };
const text = { type: 'string' as const };

const requestBody = {
  required: true,
  description: 'One event, a batch that is not all-or-nothing, or a line for each of any number of events.',
  content: {
    [eventType]: { schema: event },
    [batchType]: { schema: { type: 'array' as const, items: event } },
    [linesType]: { schema: { ...text, description: 'A CloudEvent as JSON on each line, as many as there are.' } },
    [binaryType]: { schema: { type: 'object' as const, description: 'The data of one event; its attributes stand in the ce- headers.' } },
  },
};

const attributes = ['specversion', 'id', 'source', 'type', 'time'];
const Attributes = () => applyDecorators(...attributes.map((name) => ApiHeader({ name: `ce-${name}`, required: false, description: `Attribute ${name} of an event in binary mode.`, schema: text })));

const OfPublishers = (...also: readonly number[]) => applyDecorators(ApiBearerAuth(), ...[403, ...also].map((status) => ApiResponse({ status })));

const Answered = (description: string) => ApiResponse({ status: 202, description, content: { 'application/json': { schema: answerSchema } } });

const Listed = (description: string, schema: typeof rejectedPageSchema) =>
  applyDecorators(
    OfPublishers(),
    ApiQuery({ name: 'after', required: false, description: 'The `next` of the page before.', schema: text }),
    ApiResponse({ status: 200, description, content: { 'application/json': { schema } } }),
  );

export const DescribePublishing = () =>
  applyDecorators(
    ApiOperation({
      operationId: 'publishEvents', summary: 'Publish CloudEvents', requestBody,
      description: 'Structured, batched, binary or as NDJSON of any length. Answered when everything is durable. Where every event is rejected the answer is 400, with pointers into each.',
    }),
    Attributes(),
    Answered('What became of each event.'),
    OfPublishers(),
  );

export const DescribeUnresolved = () =>
  applyDecorators(
    ApiOperation({ operationId: 'listUnresolvedEvents', summary: 'Your events whose household is not known yet', description: 'They are applied by themselves once it is.' }),
    Listed('A page of them.', unresolvedPageSchema),
  );

export const DescribeRejected = () =>
  applyDecorators(
    ApiOperation({ operationId: 'listRejectedEvents', summary: 'Your events that were rejected, and why', description: 'The newest are kept, up to a bound.' }),
    Listed('A page of them.', rejectedPageSchema),
  );

export const DescribeRetry = () =>
  applyDecorators(
    ApiOperation({ operationId: 'retryRejectedEvent', summary: 'Try a rejected event again as it was', description: 'For when what it broke has changed: a region file, a delegation.' }),
    ApiParam({ name: 'id', description: 'The rejectionId of the event.', schema: text }),
    Answered('What became of it.'),
    OfPublishers(404),
  );
