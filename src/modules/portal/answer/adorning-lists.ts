import { Injectable } from '@nestjs/common';
import { type SearchAnswer, SearchInput, SearchService } from '../../search/index.js';
import { unlessAway } from './unless-away.js';

/** Lists that adorn a page; without the search engine the page is shown without them. */
@Injectable()
export class AdorningLists {
  constructor(private readonly searching: SearchService) {}

  /** What a search finds, or undefined while the engine is away. */
  find(conditions: Partial<SearchInput>): Promise<SearchAnswer | undefined> {
    return unlessAway(this.searching.search(Object.assign(new SearchInput(), conditions)));
  }
}
