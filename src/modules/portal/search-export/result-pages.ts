import { Injectable } from '@nestjs/common';
import { type ListedHit, type ListPage, type SearchInput, SearchListService } from '../../search/index.js';

const MOST_RECORDS = 10_000;
const PAGE = 500;

/** What a search finds, page by page. */
export interface ResultPages {
  total: number;
  /** How many of them are given. */
  count: number;
  pages: AsyncIterable<readonly ListedHit[]>;
}

/** Reads results from end to end; never more than a page of them is held. */
@Injectable()
export class ResultReader {
  /** Records that one file holds at most. */
  most = MOST_RECORDS;

  constructor(private readonly lists: SearchListService) {}

  /** The first page is read at once, so that what is wrong with the question is said before anything is sent. */
  async read(input: SearchInput): Promise<ResultPages> {
    const first = await this.lists.page(input, { limit: PAGE });
    return { total: first.total, count: Math.min(first.total, this.most), pages: this.from(input, first) };
  }

  private async *from(input: SearchInput, first: ListPage): AsyncGenerator<readonly ListedHit[]> {
    let left = this.most;
    for (let page = first; ;) {
      yield page.hits.slice(0, left);
      left -= page.hits.length;
      if (left <= 0 || page.next === null) return;
      page = await this.lists.page(input, { limit: PAGE, after: page.next });
    }
  }
}
