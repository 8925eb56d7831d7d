import { applyDecorators } from '@nestjs/common';
import { ApiBearerAuth, ApiHeader, ApiParam, ApiQuery, ApiResponse } from '@nestjs/swagger';
import { purposes } from '@kring/contracts';
import { maxLimit } from '../query/page.ts';

const problemBody = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };
const meanings: Readonly<Record<number, string>> = {
  400: 'The request does not fit; every error at once.',
  401: 'A valid bearer token is needed.',
  403: 'This account may not do that.',
  404: 'There is no such household, or you may not know that there is.',
  503: 'Not now; Retry-After says when.',
};

/** The answers other than success, each a problem. */
export const ApiProblems = (...statuses: readonly (400 | 401 | 403 | 404 | 503)[]) =>
  applyDecorators(...statuses.map((status) => ApiResponse({ status, description: meanings[status] ?? '', content: problemBody })));

/** Reading of a person is done by someone known, and for a purpose. */
export const ApiReading = () =>
  applyDecorators(
    ApiBearerAuth(),
    ApiHeader({ name: 'Processing-Activity', required: true, description: 'What the answer is wanted for; it is put on record.', schema: { type: 'string', enum: [...purposes] } }),
  );

export const ApiHouseholdId = () => ApiParam({ name: 'householdId', description: 'Id of the household; one that was merged into another keeps answering.', schema: { type: 'string' } });

export const ApiPage = () =>
  applyDecorators(
    ApiQuery({ name: 'after', required: false, description: 'The `next` of the page before.', schema: { type: 'string' } }),
    ApiQuery({ name: 'limit', required: false, description: 'Most items that are wanted.', schema: { type: 'integer', minimum: 1, maximum: maxLimit, default: 100 } }),
  );

export const ApiMoment = () =>
  applyDecorators(
    ApiQuery({ name: 'asOf', required: false, description: 'What was true then; default now.', schema: { type: 'string', format: 'date-time' } }),
    ApiQuery({ name: 'knownAt', required: false, description: 'By what was recorded up to then; default now.', schema: { type: 'string', format: 'date-time' } }),
  );
