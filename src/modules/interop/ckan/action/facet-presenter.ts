import { Injectable } from '@nestjs/common';
import { DepartmentService } from '../../../department/index.js';
import type { CountedFacet, FindAnswer } from '../../../search/index.js';
import { type VocabularyName, VocabularyService } from '../../../vocabulary/index.js';
import { nameOf } from '../package/package-name.js';
import { facetOf } from '../search/search-field.js';

/** A value of a facet: `name` can be asked for as `field:name`. */
export interface FacetItem {
  name: string;
  display_name: string;
  count: number;
}

const TABLES: Partial<Record<CountedFacet, VocabularyName>> = {
  topic: 'topic',
  region: 'region',
  format: 'format',
  license: 'licence',
  openness: 'openness',
  shareType: 'shareType',
  updateCycle: 'updateCycle',
  validity: 'validity',
  documentType: 'documentType',
};

/** Says counted values by names and titles of CKAN. */
@Injectable()
export class FacetPresenter {
  constructor(
    private readonly departments: DepartmentService,
    private readonly vocabulary: VocabularyService,
  ) {}

  /** `facets` and `search_facets` of a search, for every name that was asked; those that are not counted here are empty. */
  async present(names: readonly string[], counts: FindAnswer['facets']): Promise<{ facets: object; search_facets: object }> {
    const lists = await Promise.all(names.map(async (name) => [name, await this.items(name, counts)] as const));
    const facets = lists.map(([name, items]) => [name, Object.fromEntries(items.map((item) => [item.name, item.count]))]);
    return {
      facets: Object.fromEntries(facets) as object,
      search_facets: Object.fromEntries(lists.map(([name, items]) => [name, { title: name, items }])),
    };
  }

  /** Values of one facet, the most frequent first. */
  async items(name: string, counts: FindAnswer['facets']): Promise<FacetItem[]> {
    const facet = facetOf(name);
    const values = facet === undefined ? [] : (counts[facet] ?? []);
    if (facet === 'department') {
      const known = await this.departments.byCodes(values.map(({ value }) => value));
      return values.map(({ value, count }) => ({ name: nameOf(value), display_name: known.get(value)?.name ?? value, count }));
    }
    const items = values.map(({ value, count }) => this.item(facet, value, count));
    return facet === 'license' ? merged(items) : items;
  }

  private item(facet: CountedFacet | undefined, value: string, count: number): FacetItem {
    const table = facet && TABLES[facet];
    const found = table && this.vocabulary.resolve(table, value);
    const code = found?.code ?? value;
    const name = facet === 'topic' ? nameOf(value) : facet === 'format' ? value.toUpperCase() : facet === 'license' ? code : value;
    return { name, display_name: found?.label ?? value, count };
  }
}

/** Licences are counted as they were given: spellings of one are one. */
function merged(items: readonly FacetItem[]): FacetItem[] {
  const found = new Map<string, FacetItem>();
  for (const item of items) {
    const known = found.get(item.name);
    if (known) known.count += item.count;
    else found.set(item.name, { ...item });
  }
  return [...found.values()].toSorted((a, b) => b.count - a.count);
}
