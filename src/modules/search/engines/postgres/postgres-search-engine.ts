import type { Pool } from 'pg';
import type { CountedFacet } from '../../condition.js';
import type { AnalysedQuery } from '../../query/analysed-query.js';
import type {
  EngineHit,
  EngineQuery,
  EngineResult,
  FacetCounts,
  IndexedVersion,
  IndexEntry,
  IndexRebuild,
  RefusedEntry,
  SearchEngine,
  Suggestion,
} from '../../search-engine.js';
import { checkedQuery, isFieldOrder, USUAL_FACET_VALUES } from '../checked-query.js';
import { browseStatement } from './browse-statement.js';
import { decodeCursor, encodeCursor, type Position } from './position.js';
import { isOutdated } from './index-layout.repository.js';
import { rebuildIndex } from './index-rebuild.repository.js';
import { toIndexRow, type Tokenizer } from './index-row.js';
import { LIVE, NEXT } from './index-tables.js';
import { IndexWriterRepository, type WrittenRow } from './index-writer.repository.js';
import { PostgresLexicon } from './lexicon.repository.js';
import { ENOUGH, type MatchPlan, planMatch, strictExpression, tokensOf } from '../match-plan.js';
import { Ranking } from './ranking.js';
import { type Found, type FoundRow, SearchRepository } from './search.repository.js';
import { relaxedStatement, type StatementOptions, strictStatement } from './search-statement.js';
import { parseFacetTerm } from '../special-terms.js';
import { SuggestionRepository } from './suggestion.repository.js';
import { suggestionRows } from '../suggestion-rows.js';

/** Candidates that are ranked closely; what comes behind keeps the order of the first pass. */
const WINDOW = 100;

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

  async search(unchecked: EngineQuery): Promise<EngineResult> {
    const asked = checkedQuery(unchecked);
    const after = asked.after === undefined ? undefined : decodeCursor(asked.after, asked);
    const plan = await this.plan(asked.query);
    const pinned = asked.preferences?.pinned ?? [];
    if (nothingUnderstood(plan) && pinned.length === 0) return { total: 0, hits: [], facets: facetsOf([], asked), relaxed: [] };
    if (isBrowsing(plan, asked)) {
      const { total, facets, rows } = await this.reader.find(browseStatement(asked));
      return { total, hits: orderedPage(rows, asked), facets: facetsOf(facets, asked), relaxed: [] };
    }
    const match = await this.match(plan, asked, after);
    const { total, facets, rows } = match.found;
    const ranked = isRanked(asked, after);
    const page = ranked
      ? await this.rankedPage(plan, asked, match, after)
      : { hits: orderedPage(rows, asked), missing: unknownGroups(plan) };
    return { total, hits: page.hits, facets: facetsOf(facets, asked), relaxed: match.relaxed && total > 0 ? page.missing : [] };
  }

  suggest(prefix: string, limit: number): Promise<Suggestion[]> {
    return this.suggestions.complete(prefix, limit);
  }

  /** The tables come with the migrations, and what fills them with the first messages. */
  prepare(): Promise<boolean> {
    return isOutdated(this.pool);
  }

  async index(entries: IndexEntry[]): Promise<RefusedEntry[]> {
    await this.writer.write(this.rows(entries));
    return [];
  }

  async remove(records: IndexedVersion[]): Promise<void> {
    await this.writer.remove(records);
  }

  async rebuild(): Promise<IndexRebuild> {
    const rebuild = await rebuildIndex(this.pool);
    return {
      ...rebuild,
      write: async (entries) => {
        await this.writer.writeNext(this.rows(entries));
        return [];
      },
      versions: () => this.reader.versions(NEXT),
    };
  }

  /** The tables before the last rebuild are gone. */
  rollback(): Promise<boolean> {
    return Promise.resolve(false);
  }

  count(): Promise<number> {
    return this.reader.count();
  }

  versions(): AsyncIterable<IndexedVersion[]> {
    return this.reader.versions(LIVE);
  }

  /** The pool belongs to who made it. */
  close(): Promise<void> {
    return Promise.resolve();
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
  private async match(plan: MatchPlan, asked: EngineQuery, after: Position | undefined): Promise<Match> {
    const ranked = isRanked(asked, after);
    const options: StatementOptions = {
      filters: [...asked.query.filters, ...asked.filters].filter(({ values }) => values.length > 0),
      where: asked.where,
      facets: asked.facets,
      boosts: asked.query.boosts,
      pinned: asked.preferences?.pinned ?? [],
      buried: asked.preferences?.buried ?? [],
      sort: asked.sort,
      limit: ranked ? WINDOW : asked.limit,
      offset: ranked ? 0 : asked.offset,
      after: after?.phase === 'ordered' ? after : undefined,
    };
    const strict: Find = (further) => this.reader.find(strictStatement(plan, { ...options, ...further }));
    const relaxed: Find = (further) => this.reader.find(relaxedStatement(plan, { ...options, ...further }));
    const found = possible(plan) || options.pinned.length > 0 ? await strict({}) : { total: 0, facets: [], rows: [] };
    const enough = found.total >= ENOUGH || (plan.identifiers !== '' && found.total > 0);
    if (enough || asked.strict || !relaxable(plan)) return { found, find: strict, relaxed: false };
    return { found: await relaxed({}), find: relaxed, relaxed: true };
  }

  /** Candidates in close order; behind the last of them the order of the statement goes on. */
  private async rankedPage(plan: MatchPlan, asked: EngineQuery, { found, find }: Match, after: Position | undefined): Promise<RankedPage> {
    const words = plan.groups.length > 0 ? await this.reader.words(found.rows.map(({ id }) => id)) : new Map<number, Uint32Array>();
    const ranking = new Ranking(asked.query.text, plan, asked.query.boosts, asked.today, asked.preferences);
    const wordsOf = (row: FoundRow) => words.get(row.id) ?? new Uint32Array();
    const candidate = (row: FoundRow) => ({ ...row, words: wordsOf(row) });
    const scored = found.rows
      .map((row) => ({ row, score: ranking.score(candidate(row)) }))
      .sort((a, b) => b.score - a.score || (a.row.recordId < b.row.recordId ? 1 : -1));
    const missing = scored[0] ? ranking.missing(wordsOf(scored[0].row)) : [];
    const hits = scored
      .filter(
        ({ row, score }) =>
          after === undefined || score < Number(after.key) || (score === Number(after.key) && row.recordId < after.recordId),
      )
      .slice(asked.offset ?? 0, (asked.offset ?? 0) + asked.limit)
      .map(({ row, score }) => {
        const position: Position = { phase: 'ranked', key: String(score), recordId: row.recordId };
        return {
          ...hit(row, score, position, asked),
          ...(asked.explain ? { explanation: ranking.parts(candidate(row)).filter(({ value }) => value !== 0) } : {}),
        };
      });
    const last = found.rows.at(-1);
    if (hits.length === asked.limit || found.rows.length < WINDOW || !last) return { hits, missing };
    const rest = await find({ after: { key: String(last.rank), recordId: last.recordId }, limit: asked.limit - hits.length, facets: [] });
    return { hits: [...hits, ...orderedPage(rest.rows, asked)], missing };
  }
}

/** Runs the chosen statement again with other options. */
type Find = (further: Partial<StatementOptions>) => Promise<Found>;

interface Match {
  found: Found;
  find: Find;
  /** True when not every group had to be found. */
  relaxed: boolean;
}

interface RankedPage {
  hits: EngineHit[];
  /** Groups that the best hit lacks. */
  missing: string[];
}

function possible(plan: MatchPlan): boolean {
  return (
    plan.everything || plan.identifiers !== '' || strictExpression(plan) !== '' || (plan.groups.length === 0 && plan.restriction !== '')
  );
}

function relaxable(plan: MatchPlan): boolean {
  return !plan.everything && plan.groups.some(({ expression }) => expression !== '');
}

function unknownGroups(plan: MatchPlan): string[] {
  return plan.groups.filter(({ required, expression }) => required && expression === '').map(({ text }) => text);
}

/** Words were typed, and none of them means anything to the index: punctuation, for example. */
function nothingUnderstood(plan: MatchPlan): boolean {
  return !plan.everything && plan.groups.length === 0 && plan.identifiers === '' && plan.restriction === '';
}

/** Ranked closely: by relevance, from before the end of the window on. */
function isRanked({ sort, offset = 0 }: EngineQuery, after: Position | undefined): boolean {
  return sort === 'relevance' && after?.phase !== 'ordered' && offset < WINDOW;
}

/** Nothing was asked but a condition and an order by a field. */
function isBrowsing(plan: MatchPlan, { sort, query, filters, preferences }: EngineQuery): boolean {
  const narrowed = plan.restriction !== '' || query.filters.length + filters.length > 0;
  return isFieldOrder(sort) && plan.everything && !narrowed && !preferences?.pinned.length;
}

function orderedPage(rows: FoundRow[], asked: EngineQuery): EngineHit[] {
  const { sort } = asked;
  if (isFieldOrder(sort)) return rows.map(({ recordId, identifier }) => ({ recordId, identifier, score: 0, cursor: '' }));
  const key = {
    relevance: (row: FoundRow) => String(row.rank),
    newest: (row: FoundRow) => row.publishedOn,
    updated: (row: FoundRow) => row.modifiedOn,
    title: (row: FoundRow) => row.title,
  };
  // Behind the closely ranked window a score only says that it is lower than all before.
  return rows.map((row) => hit(row, row.rank / 1000, { phase: 'ordered', key: key[sort](row), recordId: row.recordId }, asked));
}

function hit({ recordId, identifier }: FoundRow, score: number, position: Position, asked: EngineQuery): EngineHit {
  return { recordId, identifier, score, cursor: encodeCursor(position, asked) };
}

function facetsOf(counted: Found['facets'], { facets: wanted, facetLimit = USUAL_FACET_VALUES }: EngineQuery): FacetCounts {
  const facets: FacetCounts = Object.fromEntries(wanted.map((facet) => [facet, []]));
  for (const { term, count } of counted) {
    const { facet, value } = parseFacetTerm(term);
    facets[facet as CountedFacet]?.push({ value, count });
  }
  for (const values of Object.values(facets)) {
    values.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
    values.splice(facetLimit);
  }
  return facets;
}
