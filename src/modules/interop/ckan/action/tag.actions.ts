import { Injectable } from '@nestjs/common';
import { AppError } from '../../../kernel/app-error.js';
import { SearchService } from '../../../search/index.js';
import { EntryReader } from '../../reading/entry-reader.js';
import { packageOf, packageTag } from '../package/present-package.js';
import type { ActionProvider, Actions, Call } from './action.js';
import type { Parameters } from './parameters.js';
import { matches } from './thing-list.js';

/** Keywords that are counted; rarer ones beyond are found by searching. */
const MOST_TAGS = 10_000;
const MOST_SHOWN = 1_000;
const ANY_ORDER = { by: 'identifier', descending: false } as const;

/** Keywords as tags, the most frequent first where they are searched. */
@Injectable()
export class TagActions implements ActionProvider {
  constructor(
    private readonly search: SearchService,
    private readonly entries: EntryReader,
  ) {}

  readonly actions: Actions = {
    tag_list: { help: '关键词；query、all_fields、limit、offset。', madeOf: 'index', run: (call) => this.tagList(call) },
    tag_show: { help: '一个关键词；id 为关键词本身，include_datasets。', run: ({ parameters }) => this.tagShow(parameters) },
    tag_search: { help: '含有 query 的关键词；limit、offset。', madeOf: 'index', run: (call) => this.tagSearch(call) },
    tag_autocomplete: {
      help: '补全关键词：query（或 q）、limit。',
      run: async ({ parameters }) => (await this.found(parameters, 20)).page,
    },
    vocabulary_list: { help: '标签词表；本目录没有，总为空。', run: () => [] },
  };

  private async tagList({ parameters }: Call): Promise<unknown[]> {
    const { page } = await this.found(parameters, MOST_TAGS, true);
    return parameters.flag('all_fields') ? page.map(packageTag) : page;
  }

  private async tagSearch({ parameters }: Call): Promise<object> {
    const { all, page } = await this.found(parameters, MOST_SHOWN);
    return { count: all.length, results: page.map(packageTag) };
  }

  private async found(parameters: Parameters, most: number, sorted = false): Promise<{ all: string[]; page: string[] }> {
    const limit = parameters.whole('limit', { absent: most, most });
    const offset = parameters.whole('offset', { absent: 0, most: MOST_TAGS });
    const q = parameters.text('query') ?? parameters.text('q');
    const { facets } = await this.search.find({ q: '', sort: ANY_ORDER, offset: 0, limit: 0, facets: ['keyword'], facetLimit: MOST_TAGS });
    const all = (facets.keyword ?? []).map(({ value }) => value).filter((value) => matches(q, value));
    if (sorted) all.sort();
    return { all, page: all.slice(offset, offset + limit) };
  }

  private async tagShow(parameters: Parameters): Promise<object> {
    const id = parameters.required('id');
    const isWhole = parameters.flag('include_datasets');
    const where = { field: 'keyword' as const, is: [id] };
    const found = await this.search.find({ q: '', where, sort: ANY_ORDER, offset: 0, limit: isWhole ? MOST_SHOWN : 0, facets: [] });
    if (found.total === 0)
      throw new AppError('NOT_FOUND', `没有数据集有关键词“${id}”，可用的见 tag_list。`, {
        english: `There is no tag ${id}; see tag_list.`,
      });
    const shown = isWhole ? { packages: (await this.entries.byIdentifiers(found.identifiers)).map(packageOf) } : {};
    return { ...packageTag(id), ...shown };
  }
}
