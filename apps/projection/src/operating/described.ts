import { applyDecorators } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiParam, ApiResponse, ApiTags } from '@nestjs/swagger';
import { ApiProblems, type Schema } from '@kring/reading';

export const ApiOperating = () => applyDecorators(ApiTags('operation'), ApiBearerAuth(), ApiProblems(401, 403));

export const ApiProjection = () => applyDecorators(ApiParam({ name: 'name', description: 'Name of the projection.', schema: { type: 'string' } }), ApiProblems(404));

export const ApiAnswer = (status: number, description: string, schema: Schema) => ApiResponse({ status, description, content: { 'application/json': { schema } } });

/** Something else is going on: the rule in `errors` says what. */
export const ApiConflict = () =>
  ApiResponse({ status: 409, description: 'Not while something else is going on; errors says what.', content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } });

export const ApiDoes = (operationId: string, summary: string, description?: string) => ApiOperation({ operationId, summary, ...(description === undefined ? {} : { description }) });
