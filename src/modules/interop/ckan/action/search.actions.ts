import { Injectable } from '@nestjs/common';
import { Clock } from '../../../kernel/clock.js';
import { type FindAnswer, SearchService } from '../../../search/index.js';
import { VocabularyService } from '../../../vocabulary/index.js';
import { EntryReader } from '../../reading/entry-reader.js';
import { type CkanPackage, packageOf } from '../package/present-package.js';
import { facetOf } from '../search/search-field.js';
import { searchQuestion } from '../search/search-question.js';
import { sortOf } from '../search/sort-of.js';
import type { ActionProvider, Actions, Call } from './action.js';
import { FacetPresenter } from './facet-presenter.js';

const USUAL_ROWS = 10;
const MOST_ROWS = 1_000;
/** What lies further behind is for harvesters to reach by metadata_modified. */
const LAST_START = 100_000;
const USUAL_FACETS = 50;
const MOST_FACETS = 10_000;
const MOST_COUNTED = 20;

/** package_search and current_package_list_with_resources. */
@Injectable()
export class SearchActions implements ActionProvider {
  constructor(
    private readonly search: SearchService,
    private readonly entries: EntryReader,
    private readonly facets: FacetPresenter,
    private readonly vocabulary: VocabularyService,
    private readonly clock: Clock,
  ) {}

  readonly actions: Actions = {
    package_search: {
      help: '按 q（词或 字段:值）、fq 或 fq_list（字段、AND、OR、NOT、范围）查找；sort、start、rows（最多 1000）、facet.field、facet.limit。',
      madeOf: 'index',
      run: (call) => this.packageSearch(call),
    },
    current_package_list_with_resources: {
      help: '全部数据集及其资源，新近修改的在前；limit（最多 1000）、offset。',
      madeOf: 'index',
      run: (call) => this.currentPackages(call),
    },
  };

  private async packageSearch({ parameters }: Call): Promise<object> {
    const limit = parameters.whole('rows', { absent: USUAL_ROWS, most: MOST_ROWS });
    const start = parameters.whole('start', { absent: 0, most: Number.MAX_SAFE_INTEGER });
    const facetLimit = parameters.whole('facet.limit', { absent: USUAL_FACETS, least: -1, most: MOST_FACETS });
    const names = parameters.flag('facet', true) ? [...new Set(parameters.list('facet.field'))].slice(0, MOST_COUNTED) : [];
    const fq = [parameters.text('fq') ?? '', ...parameters.list('fq_list')].filter((text) => text !== '');
    const question = searchQuestion(parameters.text('q') ?? '', fq, { terms: this.vocabulary, now: this.clock.now() });
    const sort = parameters.text('sort');
    const isBehind = start > LAST_START;
    const found = await this.search.find({
      q: question.words,
      where: question.where,
      sort: sortOf(sort, question.words !== ''),
      offset: isBehind ? 0 : start,
      limit: isBehind ? 0 : limit,
      facets: facetLimit === 0 ? [] : [...new Set(names.flatMap((name) => facetOf(name) ?? []))],
      facetLimit: facetLimit === -1 ? MOST_FACETS : Math.max(1, facetLimit),
    });
    return {
      count: found.total,
      sort: sort ?? 'score desc, metadata_modified desc',
      results: await this.packages(found),
      ...(await this.facets.present(names, found.facets)),
    };
  }

  private async currentPackages({ parameters }: Call): Promise<CkanPackage[]> {
    const limit = parameters.whole('limit', { absent: MOST_ROWS, most: MOST_ROWS });
    const start = parameters.whole('offset', { absent: 0, most: Number.MAX_SAFE_INTEGER });
    const page = parameters.whole('page', { absent: 1, least: 1, most: LAST_START });
    const offset = parameters.text('page') === undefined ? start : (page - 1) * limit;
    if (offset > LAST_START) return [];
    const sort = { by: 'updatedAt', descending: true } as const;
    return this.packages(await this.search.find({ q: '', sort, offset, limit, facets: [] }));
  }

  private async packages({ identifiers }: FindAnswer): Promise<CkanPackage[]> {
    return (await this.entries.byIdentifiers(identifiers)).map(packageOf);
  }
}
