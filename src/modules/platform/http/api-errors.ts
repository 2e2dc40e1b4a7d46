import { applyDecorators } from '@nestjs/common';
import { ApiExtraModels, ApiResponse, getSchemaPath } from '@nestjs/swagger';
import type { ErrorCode } from '../../kernel/app-error.js';
import { Problem, STATUS } from './problem.js';

/** Documents which errors a route answers, each as problem+json. */
export function ApiErrors(...codes: ErrorCode[]): MethodDecorator & ClassDecorator {
  return applyDecorators(
    ApiExtraModels(Problem),
    ...codes.map((code) =>
      ApiResponse({
        status: STATUS[code],
        description: code,
        content: { 'application/problem+json': { schema: { $ref: getSchemaPath(Problem) } } },
      }),
    ),
  );
}
