import type { DepartmentService } from '../department/index.js';
import type { VocabularyService } from '../vocabulary/index.js';
import type { FacetGroup } from './api/search.model.js';
import { FACET_LABELS, labelFacetValues } from './facet-labels.js';
import { type Facet, type FacetFilter, FACETS } from './query/index.js';
import type { FacetCounts } from './search-engine.js';

/** Counted facets as people read them, in their usual order; those without values are left out. */
export async function facetGroups(
  counted: FacetCounts,
  filters: readonly FacetFilter[],
  departments: DepartmentService,
  vocabulary: VocabularyService,
): Promise<FacetGroup[]> {
  const label = await labelFacetValues(counted, departments, vocabulary);
  const selected = new Set(filters.flatMap(({ facet, values }) => values.map((value) => `${facet}=${value}`)));
  return FACETS.flatMap((name: Facet) => {
    const values = counted[name] ?? [];
    if (values.length === 0) return [];
    const group = values.map(({ value, count }) => ({
      ...{ value, count },
      label: label(name, value),
      selected: selected.has(`${name}=${value}`),
    }));
    return [{ name, label: FACET_LABELS[name], values: group }];
  });
}
