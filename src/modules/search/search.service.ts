import { Inject, Injectable } from '@nestjs/common';
import { attachedFiles, AttachmentTextRepository, type HitRow, RecordRepository, recordUrl } from '../catalog/index.js';
import { DepartmentService } from '../department/index.js';
import { Clock } from '../kernel/clock.js';
import { VocabularyService } from '../vocabulary/index.js';
import { TextAnalyzer } from './analysis/index.js';
import type { SearchInput, SuggestInput } from './api/search.input.js';
import type { SearchAnswer, SearchHit, SuggestAnswer } from './api/search.model.js';
import { type AttachmentHit, attachmentHit, lackingTerms } from './attachment-hit.js';
import { EngineQuestions } from './engine-questions.js';
import { facetGroups } from './facet-groups.js';
import { type NamedFilter, namedFilters } from './facet-labels.js';
import { filtersOfInput } from './filters-of-input.js';
import { type AnalysedQuery, type FacetFilter, FACETS } from './query/index.js';
import { QueryPreferences } from './preference/query-preferences.js';
import { UsageCounter } from './preference/usage-counter.js';
import type { FindAnswer, FindQuestion } from './find.model.js';
import { MOST_OF_ATTACHMENTS } from './index-entry.js';
import { describingText, presentHit, READ_FOR_SNIPPET, SNIPPET_LENGTH } from './present-hit.js';
import { type EngineResult, type SearchEngine, UNRANKED } from './search-engine.js';
import { SEARCH_ENGINE } from './search-engine.token.js';

/** Popular queries among the completions, at most. */
const POPULAR = 3;

/** The one way to read lists: understand the query, ask the engine, present the hits. */
@Injectable()
export class SearchService {
  constructor(
    @Inject(SEARCH_ENGINE) private readonly engine: SearchEngine,
    private readonly questions: EngineQuestions,
    private readonly analyzer: TextAnalyzer,
    private readonly records: RecordRepository,
    private readonly attachments: AttachmentTextRepository,
    private readonly departments: DepartmentService,
    private readonly vocabulary: VocabularyService,
    private readonly clock: Clock,
    private readonly preferences: QueryPreferences,
    private readonly usage: UsageCounter,
  ) {}

  /** @throws AppError BAD_REQUEST for a cursor of another query, an unknown kind or a year that is none */
  async search(input: SearchInput): Promise<SearchAnswer> {
    const started = performance.now();
    const filters = await filtersOfInput(input, this.departments, this.vocabulary);
    const understood = await this.questions.understood(input.q ?? '');
    const preferences = await this.preferences.of(input.q ?? '');
    const { found, query, dropped } = await this.questions.ask({
      query: understood,
      filters,
      sort: input.sort,
      limit: input.limit,
      after: input.cursor ?? undefined,
      facets: [...FACETS],
      today: this.clock.today(),
      explain: input.explain,
      ...(preferences ? { preferences } : {}),
    });
    if (found.total > 0 && !input.cursor) this.usage.asked(input.q ?? '');
    const [hits, facets] = await Promise.all([
      this.present(found, query, new Set(preferences?.pinned)),
      facetGroups(found.facets, filters, this.departments, this.vocabulary),
    ]);
    const last = found.hits.at(-1);
    return {
      total: { value: found.total, exact: true },
      hits,
      facets,
      interpretation: query.interpretation,
      relaxed: found.total > 0 ? [...dropped, ...found.relaxed.filter((text) => !dropped.some((quoted) => quoted.includes(text)))] : [],
      suggestion: correctionOf(query),
      nextCursor: found.hits.length === input.limit && last ? last.cursor : null,
      tookMs: Math.round((performance.now() - started) * 100) / 100,
    };
  }

  /**
   * One page by number of what `search` finds for the same words, without reading the records.
   * @throws AppError BAD_REQUEST for a condition, a number of hits or an offset that is too large
   */
  async find({ q, sort, limit, ...rest }: FindQuestion): Promise<FindAnswer> {
    const [query, preferences] = await Promise.all([this.questions.understood(q), this.preferences.of(q)]);
    const { found } = await this.questions.ask({
      ...rest,
      query,
      filters: [],
      ...(limit === 0 ? UNRANKED : { sort, limit }),
      today: this.clock.today(),
      ...(preferences ? { preferences } : {}),
    });
    return { total: found.total, identifiers: found.hits.map(({ identifier }) => identifier), facets: found.facets };
  }

  async suggest(input: SuggestInput): Promise<SuggestAnswer> {
    const [popular, found] =
      input.q.trim() === ''
        ? [[], []]
        : await Promise.all([this.preferences.popular(input.q, POPULAR), this.engine.suggest(input.q, input.limit)]);
    const asked = new Set(popular.map(({ text }) => text));
    const suggestions = [...popular, ...found.filter(({ text }) => !asked.has(text))].slice(0, input.limit);
    return {
      suggestions: suggestions.map(({ text, type, identifier }) => ({
        text,
        type,
        url: identifier ? `/records/${encodeURIComponent(identifier)}` : null,
      })),
    };
  }

  /** The filters of a search by name. @throws AppError BAD_REQUEST as `search` */
  async filtersByName(input: SearchInput): Promise<NamedFilter[]> {
    return namedFilters(await filtersOfInput(input, this.departments, this.vocabulary), this.departments, this.vocabulary);
  }

  /** Queries that many asked, the most frequent first; none where the operator does not count them. */
  popular(limit: number): Promise<string[]> {
    return this.preferences.mostAsked(limit);
  }

  /** Identifiers in ranked order only, for evaluation. */
  async rank(q: string, filters: FacetFilter[], limit: number): Promise<string[]> {
    const query = await this.questions.understood(q);
    const { found } = await this.questions.ask({ query, filters, sort: 'relevance', limit, facets: [], today: this.clock.today() });
    return found.hits.map(({ identifier }) => identifier);
  }

  private async present(found: EngineResult, query: AnalysedQuery, pinned: ReadonlySet<string>): Promise<SearchHit[]> {
    const ids = found.hits.map(({ recordId }) => recordId);
    const rows = new Map((await this.records.findHits(ids, READ_FOR_SNIPPET)).map((row) => [row.id, row]));
    const departments = await this.departments.byCodes([...rows.values()].flatMap(({ department }) => department ?? []));
    const terms = termsOf(query);
    const inAttachments = await this.inAttachments([...rows.values()], query, departments);
    return found.hits.flatMap(({ recordId, score, explanation }) => {
      const row = rows.get(recordId);
      // A record withdrawn since it was indexed is no longer shown.
      if (!row) return [];
      const department = row.department ? (departments.get(row.department)?.name ?? null) : null;
      const shown = {
        row,
        score,
        department,
        url: recordUrl(row.kind, row.identifier),
        pinned: pinned.has(recordId),
        explanation: explanation ?? [],
        attachment: inAttachments.get(recordId) ?? null,
      };
      return [presentHit(shown, terms, this.analyzer, this.vocabulary)];
    });
  }

  /** Passages of attachments, for records that lack words which their attachments have. */
  private async inAttachments(
    rows: HitRow[],
    { groups }: AnalysedQuery,
    departments: ReadonlyMap<string, { name: string }>,
  ): Promise<Map<string, AttachmentHit>> {
    const lacking = rows.flatMap((row) => {
      const files = attachedFiles(row);
      if (files.length === 0) return [];
      const department = departments.get(row.department ?? '')?.name ?? '';
      const terms = lackingTerms(groups, [row.title, ...row.keywords, department, describingText(row)].join('\n'));
      return terms.size === 0 ? [] : [{ id: row.id, files, terms }];
    });
    const wanted = lacking.flatMap(({ files }) => files.map(({ sha256 }) => sha256));
    const texts = await this.attachments.beginnings(wanted, MOST_OF_ATTACHMENTS);
    return new Map(
      lacking.flatMap(({ id, files, terms }) => {
        const hit = attachmentHit(files, texts, terms, this.analyzer, SNIPPET_LENGTH);
        return hit ? [[id, hit] as const] : [];
      }),
    );
  }
}

/** Index tokens whose matches are marked: of everything asked but the weakest alternatives. */
function termsOf(query: AnalysedQuery): Set<string> {
  const asked = query.groups.flatMap(({ alternatives }) => alternatives.flatMap(({ tokens }) => tokens));
  return new Set([...asked, ...query.phrases.flat()]);
}

/** The query with its slips corrected, to be offered as 您是不是要找. */
function correctionOf(query: AnalysedQuery): string | null {
  const corrections = query.interpretation.filter(({ type }) => type === 'correction');
  if (corrections.length === 0) return null;
  return corrections.reduce((text, piece) => text.replace(piece.text, piece.meaning), query.text);
}
