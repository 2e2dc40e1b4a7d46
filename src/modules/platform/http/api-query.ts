import { applyDecorators } from '@nestjs/common';
import { ApiExtension, ApiExtraModels } from '@nestjs/swagger';

/** Where a route notes the class of its query parameters until the document is completed. */
export const QUERY_MARK = 'x-query-class';

/** Documents query parameters by the class that validates them: everything its fields say, nothing lost. */
export function ApiQueryOf(type: new () => object): MethodDecorator {
  return applyDecorators(ApiExtraModels(type), ApiExtension(QUERY_MARK, type.name));
}
