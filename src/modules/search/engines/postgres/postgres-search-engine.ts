import type { Pool } from 'pg';
import type { AnalysedQuery, Facet } from '../../query/analysed-query.js';
import type { EngineHit, EngineQuery, EngineResult, IndexEntry, IndexRebuild, SearchEngine, Suggestion } from '../../search-engine.js';
import { decodeCursor, encodeCursor, type Position } from './cursor.js';
import { rebuildIndex } from './index-rebuild.repository.js';
import { toIndexRow, type Tokenizer } from './index-row.js';
import { IndexWriterRepository, type WrittenRow } from './index-writer.repository.js';
import { PostgresLexicon } from './lexicon.repository.js';
import { type MatchPlan, planMatch, strictExpression, tokensOf } from './match-plan.js';
import { Ranking } from './ranking.js';
import { type Found, type FoundRow, SearchRepository } from './search.repository.js';
import { ENOUGH, relaxedStatement, type StatementOptions, strictStatement } from './search-statement.js';
import { parseFacetTerm } from './special-terms.js';
import { SuggestionRepository } from './suggestion.repository.js';
import { suggestionRows } from './suggestion-rows.js';

/** Candidates that are ranked closely; what comes behind keeps the order of the first pass. */
const WINDOW = 150;
const MOST_FACET_VALUES = 100;

/**
 * `options` of the pool the engine reads with: sequential scans would read every stored word of every record,
 * and the planner likes them for common words; starting parallel workers costs more than a search.
 */
export const SEARCH_POOL_OPTIONS = '-c enable_seqscan=off -c max_parallel_workers_per_gather=0';

/** Full text search inside PostgreSQL: the engine that needs nothing else. */
export class PostgresSearchEngine implements SearchEngine {
  readonly lexicon: PostgresLexicon;
  private readonly reader: SearchRepository;
  private readonly suggestions: SuggestionRepository;
  private readonly writer: IndexWriterRepository;

  constructor(
    private readonly pool: Pool,
    private readonly tokenizer: Tokenizer,
  ) {
    this.lexicon = new PostgresLexicon(pool);
    this.reader = new SearchRepository(pool);
    this.suggestions = new SuggestionRepository(pool);
    this.writer = new IndexWriterRepository(pool);
  }

  async search(asked: EngineQuery): Promise<EngineResult> {
    const after = asked.after === undefined ? undefined : decodeCursor(asked.after, asked);
    const plan = await this.plan(asked.query);
    if (nothingUnderstood(plan)) return { total: 0, hits: [], facets: {}, relaxed: [] };
    const { found, statement } = await this.match(plan, asked, after);
    const ranked = asked.sort === 'relevance' && after?.phase !== 'ordered';
    const hits = ranked ? await this.rankedPage(plan, asked, found, statement, after) : orderedPage(found.rows, asked);
    return { total: found.total, hits, facets: facetsOf(found, asked.facets), relaxed: await this.missing(plan, found) };
  }

  suggest(prefix: string, limit: number): Promise<Suggestion[]> {
    return this.suggestions.complete(prefix, limit);
  }

  async index(entries: IndexEntry[]): Promise<void> {
    await this.writer.write(this.rows(entries));
  }

  async remove(records: { recordId: string; version: number }[]): Promise<void> {
    await this.writer.remove(records);
  }

  async rebuild(): Promise<IndexRebuild> {
    const rebuild = await rebuildIndex(this.pool);
    return { ...rebuild, write: (entries) => this.writer.writeNext(this.rows(entries)) };
  }

  count(): Promise<number> {
    return this.reader.count();
  }

  private rows(entries: IndexEntry[]): WrittenRow[] {
    return entries.map((entry) => ({ ...toIndexRow(entry, this.tokenizer), suggestions: suggestionRows(entry) }));
  }

  private async plan(query: AnalysedQuery): Promise<MatchPlan> {
    const tokens = tokensOf(query);
    const { total, frequencies } =
      tokens.length === 0 ? { total: 0, frequencies: new Map<string, number>() } : await this.lexicon.statistics(tokens);
    return planMatch(query, total, frequencies);
  }

  /** All groups when that brings enough, else as many as possible. */
  private async match(plan: MatchPlan, asked: EngineQuery, after: Position | undefined): Promise<{ found: Found; statement: Statement }> {
    const options: StatementOptions = {
      filters: [...asked.query.filters, ...asked.filters].filter(({ values }) => values.length > 0),
      facets: asked.facets,
      boosts: asked.query.boosts,
      sort: asked.sort,
      limit: asked.sort === 'relevance' && after?.phase !== 'ordered' ? WINDOW : asked.limit,
      after: after?.phase === 'ordered' ? after : undefined,
    };
    const strict: Statement = (further) => this.reader.find(strictStatement(plan, { ...options, ...further }));
    const relaxed: Statement = (further) => this.reader.find(relaxedStatement(plan, { ...options, ...further }));
    const possible = plan.everything || plan.identifiers !== '' || plan.restriction !== '' || strictExpression(plan) !== '';
    const found = possible ? await strict({}) : undefined;
    const relaxable = plan.groups.filter(({ expression }) => expression !== '').length > 0 && !plan.everything;
    const enough = found !== undefined && (found.total >= ENOUGH || (plan.identifiers !== '' && found.total > 0));
    if (found && (enough || !relaxable)) return { found, statement: strict };
    if (!relaxable) return { found: { total: 0, facets: [], rows: [] }, statement: strict };
    return { found: await relaxed({}), statement: relaxed };
  }

  private async rankedPage(
    plan: MatchPlan,
    asked: EngineQuery,
    found: Found,
    statement: Statement,
    after: Position | undefined,
  ): Promise<EngineHit[]> {
    const words = plan.groups.length > 0 ? await this.reader.words(found.rows.map(({ id }) => id)) : new Map<number, Uint32Array>();
    const ranking = new Ranking(asked.query.text, plan, asked.query.boosts, asked.today);
    const scored = found.rows
      .map((row) => ({ row, score: ranking.score({ ...row, words: words.get(row.id) ?? new Uint32Array() }) }))
      .sort((a, b) => b.score - a.score || (a.row.recordId < b.row.recordId ? 1 : -1));
    const hits = scored
      .filter(
        ({ row, score }) =>
          after === undefined || score < Number(after.key) || (score === Number(after.key) && row.recordId < after.recordId),
      )
      .slice(0, asked.limit)
      .map(({ row, score }) => hit(row, score, { phase: 'ranked', key: String(score), recordId: row.recordId }, asked));
    const last = found.rows.at(-1);
    if (hits.length === asked.limit || found.rows.length < WINDOW || !last) return hits;
    const rest = await statement({
      after: { key: String(last.rank), recordId: last.recordId },
      limit: asked.limit - hits.length,
      facets: [],
    });
    return [...hits, ...orderedPage(rest.rows, asked)];
  }

  /** Groups that the best match lacks. */
  private async missing(_plan: MatchPlan, _found: Found): Promise<string[]> {
    return [];
  }
}

type Statement = (further: Partial<StatementOptions>) => Promise<Found>;

/** Words were typed, and none of them means anything to the index: punctuation, for example. */
function nothingUnderstood(plan: MatchPlan): boolean {
  return !plan.everything && plan.groups.length === 0 && plan.identifiers === '' && plan.restriction === '';
}

function orderedPage(rows: FoundRow[], asked: EngineQuery): EngineHit[] {
  const key = {
    relevance: (row: FoundRow) => String(row.rank),
    newest: (row: FoundRow) => row.publishedOn,
    updated: (row: FoundRow) => row.modifiedOn,
    title: (row: FoundRow) => row.title,
  };
  // Behind the closely ranked window a score only says that it is lower than all before.
  return rows.map((row) => hit(row, row.rank / 1000, { phase: 'ordered', key: key[asked.sort](row), recordId: row.recordId }, asked));
}

function hit({ recordId, identifier }: FoundRow, score: number, position: Position, asked: EngineQuery): EngineHit {
  return { recordId, identifier, score, cursor: encodeCursor(position, asked) };
}

function facetsOf(found: Found, wanted: Facet[]): EngineResult['facets'] {
  const facets: EngineResult['facets'] = Object.fromEntries(wanted.map((facet) => [facet, []]));
  for (const { term, count } of found.facets) {
    const { facet, value } = parseFacetTerm(term);
    facets[facet as Facet]?.push({ value, count });
  }
  for (const values of Object.values(facets)) {
    values.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
    values.splice(MOST_FACET_VALUES);
  }
  return facets;
}
