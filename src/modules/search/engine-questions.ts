import { Inject, Injectable } from '@nestjs/common';
import { DepartmentService } from '../department/index.js';
import { VocabularyService } from '../vocabulary/index.js';
import { resolveTyped } from './filters-of-input.js';
import { type AnalysedQuery, withoutPhrases } from './query/index.js';
import { QueryUnderstanding } from './query-understanding.js';
import type { EngineQuery, EngineResult, SearchEngine } from './search-engine.js';
import { SEARCH_ENGINE } from './search-engine.token.js';

/** What the engine found, for the query as it was asked in the end. */
export interface Found {
  found: EngineResult;
  query: AnalysedQuery;
  /** Quotations that were taken apart. */
  dropped: string[];
}

/** Understands what was typed, and asks the engine for it. */
@Injectable()
export class EngineQuestions {
  constructor(
    @Inject(SEARCH_ENGINE) private readonly engine: SearchEngine,
    private readonly understanding: QueryUnderstanding,
    private readonly departments: DepartmentService,
    private readonly vocabulary: VocabularyService,
  ) {}

  async understood(q: string): Promise<AnalysedQuery> {
    const query = await this.understanding.understand(q);
    return { ...query, filters: await resolveTyped(query.filters, this.departments, this.vocabulary) };
  }

  /** Quoted words that stand nowhere as quoted are asked for one by one; every page of a search decides alike. */
  async ask(asked: EngineQuery): Promise<Found> {
    const { query, after } = asked;
    const strictly = async () => ({ found: await this.engine.search(asked), query, dropped: [] });
    if (query.phrases.length === 0 || asked.strict) return strictly();
    const first = after === undefined ? asked : { ...asked, limit: 1, facets: [], after: undefined };
    const found = await this.engine.search(first);
    if (found.total > 0) return first === asked ? { found, query, dropped: [] } : strictly();
    const loose = withoutPhrases(query);
    return { found: await this.engine.search({ ...asked, query: loose.query }), ...loose };
  }
}
