import { Injectable } from '@nestjs/common';
import {
  type Facet,
  type FacetGroup,
  type ListedHit,
  type SearchConditions,
  SearchInput,
  SearchListService,
  type SearchSort,
} from '../../search/index.js';
import { unlessAway } from './unless-away.js';

/** Lists and counts that adorn a page; without the search engine the page is shown without them. */
@Injectable()
export class AdorningLists {
  constructor(private readonly searching: SearchListService) {}

  /** The first of what a search finds, or undefined while the engine is away. */
  async first(conditions: Partial<SearchConditions>, sort: SearchSort, limit: number): Promise<ListedHit[] | undefined> {
    const page = await unlessAway(this.searching.page({ ...conditionsOf(conditions), sort }, { limit }));
    return page?.hits;
  }

  /** How many of what a search finds have each value, or undefined while the engine is away. */
  counts(conditions: Partial<SearchConditions>, facets: Facet[]): Promise<FacetGroup[] | undefined> {
    return unlessAway(this.searching.facets(conditionsOf(conditions), facets));
  }
}

const conditionsOf = (conditions: Partial<SearchConditions>) => Object.assign(new SearchInput(), conditions);
