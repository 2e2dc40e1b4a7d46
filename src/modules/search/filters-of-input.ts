import { AppError, type FieldError } from '../kernel/app-error.js';
import type { DepartmentService } from '../department/index.js';
import type { VocabularyService } from '../vocabulary/index.js';
import type { SearchConditions } from './api/search.input.js';
import type { FacetFilter } from './query/analysed-query.js';

const CODED = ['topic', 'region', 'openness', 'shareType', 'validity', 'documentType', 'updateCycle'] as const;
type Coded = (typeof CODED)[number];

/** Filters of the parameters: labels become codes, departments may be named in full. @throws AppError BAD_REQUEST for impossible kinds and years */
export async function filtersOfInput(
  input: SearchConditions,
  departments: DepartmentService,
  vocabulary: VocabularyService,
): Promise<FacetFilter[]> {
  refuseImpossible(input);
  const filters: FacetFilter[] = [
    { facet: 'kind', values: input.kind },
    { facet: 'year', values: input.year },
    { facet: 'format', values: input.format.map((format) => format.toLowerCase()) },
    { facet: 'department', values: await departments.codesOf(input.department) },
    ...CODED.map((facet) => ({ facet, values: input[facet].map((value) => vocabulary.resolve(facet, value)?.code ?? value) })),
  ];
  return filters.filter(({ values }) => values.length > 0);
}

/** Filters typed into the box as `字段:值`: names become codes as those of the parameters do. */
export async function resolveTyped(
  filters: readonly FacetFilter[],
  departments: DepartmentService,
  vocabulary: VocabularyService,
): Promise<FacetFilter[]> {
  const coded = new Set<string>(CODED);
  return Promise.all(
    filters.map(async ({ facet, values }) => {
      if (facet === 'department') return { facet, values: await departments.codesOf(values) };
      return { facet, values: coded.has(facet) ? values.map((value) => vocabulary.resolve(facet as Coded, value)?.code ?? value) : values };
    }),
  );
}

function refuseImpossible({ kind, year }: SearchConditions): void {
  const errors: FieldError[] = [
    ...kind
      .filter((value) => value !== 'dataset' && value !== 'document')
      .map((value) => ({ field: 'kind', message: `没有种类“${value}”，应为 dataset 或 document` })),
    ...year.filter((value) => !/^\d{4}$/.test(value)).map((value) => ({ field: 'year', message: `“${value}”不是四位年份，例如 2023` })),
  ];
  if (errors.length === 0) return;
  throw new AppError('BAD_REQUEST', `查询参数有误：${errors.map(({ field, message }) => `${field}：${message}`).join('；')}。`, {
    english: `The query is not valid: ${errors.map(({ field }) => field).join(', ')}.`,
    fields: errors,
  });
}
