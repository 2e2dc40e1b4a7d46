import type { DepartmentService } from '../department/index.js';
import type { VocabularyService } from '../vocabulary/index.js';
import type { Facet } from './query/analysed-query.js';

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
