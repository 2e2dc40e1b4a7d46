import { ApiExtraModels, ApiProperty, getSchemaPath, OmitType } from '@nestjs/swagger';
import { FacetValue, SearchAnswer } from './search.model.js';

/** The answer to a search by REST: facets by name. */
@ApiExtraModels(FacetValue)
export class SearchResponse extends OmitType(SearchAnswer, ['facets']) {
  @ApiProperty({
    description: '分面：参数名 → 取值，多的在前；各分面不受自身条件限制',
    type: 'object',
    additionalProperties: { type: 'array', items: { $ref: getSchemaPath(FacetValue) } },
  })
  facets: Record<string, FacetValue[]>;
}

export function responseOf({ facets, ...answer }: SearchAnswer): SearchResponse {
  return { ...answer, facets: Object.fromEntries(facets.map(({ name, values }) => [name, values])) };
}
