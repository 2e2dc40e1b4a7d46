import { Injectable } from '@nestjs/common';
import { RecordRepository, recordUrl } from '../catalog/index.js';
import { DepartmentService } from '../department/index.js';
import { Clock } from '../kernel/clock.js';
import { VocabularyService } from '../vocabulary/index.js';
import type { SearchConditions, SearchInput } from './api/search.input.js';
import type { FacetGroup } from './api/search.model.js';
import { EngineQuestions } from './engine-questions.js';
import { facetGroups } from './facet-groups.js';
import { FACET_LABELS, labelFilterValues } from './facet-labels.js';
import { filtersOfInput } from './filters-of-input.js';
import type { ConditionInWords, ListedHit, ListPage, ListQuestion } from './list.model.js';
import type { Facet } from './query/index.js';
import { QueryPreferences } from './preference/query-preferences.js';
import { listedHit } from './present-hit.js';
import { type EngineHit, UNRANKED } from './search-engine.js';

/** What a search finds as lists and counts, for files, mails and pages that it adorns: in the order of the search page, without excerpts. */
@Injectable()
export class SearchListService {
  constructor(
    private readonly questions: EngineQuestions,
    private readonly records: RecordRepository,
    private readonly departments: DepartmentService,
    private readonly vocabulary: VocabularyService,
    private readonly preferences: QueryPreferences,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError BAD_REQUEST as the search does */
  async page(input: SearchConditions & Pick<SearchInput, 'sort'>, { limit, after, where, strict }: ListQuestion): Promise<ListPage> {
    const filters = await filtersOfInput(input, this.departments, this.vocabulary);
    const query = await this.questions.understood(input.q ?? '');
    const preferences = strict ? undefined : await this.preferences.of(input.q ?? '');
    const { found } = await this.questions.ask({
      query,
      filters,
      sort: input.sort,
      limit,
      facets: [],
      today: this.clock.today(),
      ...(after === undefined ? {} : { after }),
      ...(where ? { where } : {}),
      ...(strict ? { strict } : {}),
      ...(preferences ? { preferences } : {}),
    });
    const last = found.hits.at(-1);
    return { total: found.total, hits: await this.present(found.hits), next: found.hits.length === limit && last ? last.cursor : null };
  }

  /**
   * How many records of what a search finds have each value of a facet: for whoever shows ways in, not hits.
   * @throws AppError BAD_REQUEST for impossible kinds and years
   */
  async facets(conditions: SearchConditions, facets: Facet[]): Promise<FacetGroup[]> {
    const filters = await filtersOfInput(conditions, this.departments, this.vocabulary);
    const query = await this.questions.understood(conditions.q ?? '');
    const preferences = await this.preferences.of(conditions.q ?? '');
    const { found } = await this.questions.ask({
      ...{ query, filters, facets },
      ...UNRANKED,
      today: this.clock.today(),
      ...(preferences ? { preferences } : {}),
    });
    return facetGroups(found.facets, filters, this.departments, this.vocabulary);
  }

  /** The filters in words, for people who read what they asked for. @throws AppError BAD_REQUEST for impossible kinds and years */
  async inWords(conditions: SearchConditions): Promise<ConditionInWords[]> {
    const filters = await filtersOfInput(conditions, this.departments, this.vocabulary);
    const label = await labelFilterValues(filters, this.departments, this.vocabulary);
    return filters.map(({ facet, values }) => ({ label: FACET_LABELS[facet], values: values.map((value) => label(facet, value)) }));
  }

  /** A record withdrawn since it was indexed is no longer shown. */
  private async present(hits: readonly EngineHit[]): Promise<ListedHit[]> {
    const found = await this.records.findHits(
      hits.map(({ recordId }) => recordId),
      0,
    );
    const rows = new Map(found.map((row) => [row.id, row]));
    const departments = await this.departments.byCodes([...new Set(found.flatMap(({ department }) => department ?? []))]);
    return hits.flatMap(({ recordId }) => {
      const row = rows.get(recordId);
      if (!row) return [];
      const department = row.department ? (departments.get(row.department)?.name ?? null) : null;
      return [listedHit({ row, department, url: recordUrl(row.kind, row.identifier) }, this.vocabulary)];
    });
  }
}
