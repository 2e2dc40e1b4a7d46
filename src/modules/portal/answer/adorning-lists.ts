import { Injectable } from '@nestjs/common';
import { AppError } from '../../kernel/app-error.js';
import { type SearchAnswer, SearchInput, SearchService } from '../../search/index.js';

/** Lists that adorn a page; without the search engine the page is shown without them. */
@Injectable()
export class AdorningLists {
  constructor(private readonly searching: SearchService) {}

  /** What a search finds, or undefined while the engine is away. */
  async find(conditions: Partial<SearchInput>): Promise<SearchAnswer | undefined> {
    try {
      return await this.searching.search(Object.assign(new SearchInput(), conditions));
    } catch (error) {
      if (error instanceof AppError && error.code === 'UNAVAILABLE') return undefined;
      throw error;
    }
  }
}
