import type { DepartmentService } from '../department/index.js';
import type { VocabularyService } from '../vocabulary/index.js';
import { type Facet, type FacetFilter } from './query/analysed-query.js';

/** A filter of a search by name. */
export interface NamedFilter {
  facet: Facet;
  /** Name of the facet. */
  group: string;
  value: string;
  /** Name of the value. */
  label: string;
}

/** Names of the facets as people read them. */
export const FACET_LABELS: Record<Facet, string> = {
  kind: '种类',
  department: '部门',
  topic: '主题',
  region: '地区',
  year: '年份',
  format: '格式',
  openness: '开放类型',
  shareType: '共享类型',
  validity: '有效性',
  documentType: '文种',
  updateCycle: '更新周期',
};

const KINDS: Record<string, string> = { dataset: '数据', document: '文件' };

/** Label of each facet value: from the code table, the department list, or the value itself. */
export async function labelFacetValues(
  facets: Partial<Record<Facet, { value: string; count: number }[]>>,
  departments: DepartmentService,
  vocabulary: VocabularyService,
): Promise<(facet: Facet, value: string) => string> {
  const names = facets.department
    ? await departments.byCodes(facets.department.map(({ value }) => value))
    : new Map<string, { name: string }>();
  return (facet, value) => {
    switch (facet) {
      case 'kind':
        return KINDS[value] ?? value;
      case 'department':
        return names.get(value)?.name ?? value;
      case 'year':
        return `${value}年`;
      default:
        return vocabulary.label(facet, value);
    }
  };
}

/** Label of each value of filters. */
export function labelFilterValues(
  filters: readonly FacetFilter[],
  departments: DepartmentService,
  vocabulary: VocabularyService,
): Promise<(facet: Facet, value: string) => string> {
  const codes = filters.flatMap(({ facet, values }) => (facet === 'department' ? values : []));
  return labelFacetValues({ department: codes.map((value) => ({ value, count: 0 })) }, departments, vocabulary);
}

/** Filters as people read them, those too that leave nothing. */
export async function namedFilters(
  filters: readonly FacetFilter[],
  departments: DepartmentService,
  vocabulary: VocabularyService,
): Promise<NamedFilter[]> {
  const label = await labelFilterValues(filters, departments, vocabulary);
  return filters.flatMap(({ facet, values }) =>
    [...new Set(values)].map((value) => ({ facet, group: FACET_LABELS[facet], value, label: label(facet, value) })),
  );
}
