import 'reflect-metadata';
import { Controller, HttpCode, HttpStatus, Post, applyDecorators } from '@nestjs/common';
import { ApiBearerAuth, ApiHeader, ApiOkResponse, ApiOperation, ApiParam, ApiResponse, ApiTags } from '@nestjs/swagger';
import { receiptSchema } from './receipt.schema.ts';

/** A controller of commands that a partner's back office sends: `/partners/{partner}/v1/…`. The guard of the application stands before it. */
export const PartnerController = (tag: string): ClassDecorator =>
  applyDecorators(Controller('partners/:partner/v1'), ApiTags(tag), ApiBearerAuth());

const etag = { ETag: { description: "The revision of the partner's own page, for If-Match.", schema: { type: 'string' as const } } };
const text = { type: 'string' as const };

/** The operation has the name of its command: `raiseSignal` takes a `RaiseSignal`. */
const named = (summary: string): MethodDecorator => (target, method, descriptor) => {
  const [command] = Reflect.getMetadata('design:paramtypes', target, method) as (abstract new (...given: never[]) => object)[];
  const name = command?.name ?? '';
  ApiOperation({ summary, operationId: `${name.charAt(0).toLowerCase()}${name.slice(1)}` })(target, method, descriptor);
};

/** A command: `POST` of what happened, on the plural that collects it. Nothing about a household stands in the path. */
export const Command = (collection: string, summary: string): MethodDecorator =>
  applyDecorators(
    Post(collection),
    HttpCode(HttpStatus.OK),
    named(summary),
    ApiParam({ name: 'partner', description: 'Code of the partner that sends it.', schema: text }),
    ApiHeader({ name: 'Idempotency-Key', required: false, description: 'The same command under the same key is carried out once.', schema: text }),
    ApiHeader({ name: 'If-Match', required: false, description: 'The ETag of the last receipt: refused with 412 if more was recorded since.', schema: text }),
    ApiOkResponse({ description: 'The receipt of what was recorded.', headers: etag, content: { 'application/json': { schema: receiptSchema } } }),
    ...[403, 404, 409, 412].map((status) => ApiResponse({ status })),
  );
