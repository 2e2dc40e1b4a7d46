import type { Client, estypes } from '@elastic/elasticsearch';
import type {
  EngineQuery,
  EngineResult,
  IndexedVersion,
  IndexEntry,
  IndexRebuild,
  RefusedEntry,
  SearchEngine,
  Suggestion,
} from '../../search-engine.js';
import { checkedQuery, isFieldOrder } from '../checked-query.js';
import { foreignCursor, openCursor, sealCursor } from '../cursor.js';
import { COVER_LEVELS, ENOUGH, ENOUGH_AT_LEVEL, type MatchPlan, planMatch, tokensOf } from '../match-plan.js';
import { type BulkAction, BulkWriter } from './bulk-writer.js';
import { createClient, type ElasticsearchOptions, MAINTENANCE_TIMEOUT_MS } from './client.js';
import { complete } from './completion-reader.js';
import { ConnectionGuard, unavailable } from './connection-guard.js';
import { ElasticsearchLexicon } from './elasticsearch-lexicon.js';
import { type IndexDocument, type Tokenizer, toIndexDocument } from './index-document.js';
import { IndexLife } from './index-life.js';
import { IndexNames } from './index-names.js';
import { buildLevelCounts, buildQuery, type QueryInput } from './query/build-query.js';
import { readExplanation } from './query/explanation.js';
import { byScoreAlone, firstPage } from './query/first-page.js';
import { readFacets } from './query/facet-counts.js';
import { ReaderSnapshot } from './reader-snapshot.js';

type Answer = estypes.SearchResponse;
type Run = (body: estypes.SearchRequest) => Promise<Answer>;

const VERSIONS_A_PAGE = 10_000;

/** Full text search in an Elasticsearch cluster: the engine for a country. */
export class ElasticsearchSearchEngine implements SearchEngine {
  readonly lexicon: ElasticsearchLexicon;
  private readonly client: Client;
  /** For work that nobody waits for at a screen. */
  private readonly patient: Client;
  private readonly guard = new ConnectionGuard();
  private readonly names: IndexNames;
  private readonly life: IndexLife;
  private readonly bulk: BulkWriter;
  private readonly snapshot: ReaderSnapshot;

  constructor(
    options: ElasticsearchOptions,
    private readonly tokenizer: Tokenizer,
  ) {
    this.client = createClient(options);
    this.patient = createClient(options, MAINTENANCE_TIMEOUT_MS);
    this.names = new IndexNames(options.prefix);
    this.life = new IndexLife(this.client, this.patient, this.names);
    this.lexicon = new ElasticsearchLexicon(this.client, this.names, this.guard);
    this.bulk = new BulkWriter(this.patient);
    this.snapshot = new ReaderSnapshot(this.client, this.names.live);
  }

  prepare(): Promise<boolean> {
    return this.guard.run(() => this.life.prepare());
  }

  async search(unchecked: EngineQuery): Promise<EngineResult> {
    const asked = checkedQuery(unchecked);
    const position = asked.after === undefined ? undefined : positionOf(openCursor(asked.after, asked));
    const tokens = tokensOf(asked.query);
    // Scores depend on rarity: the pages of one search are scored alike, or the place after a hit would move.
    const { total, frequencies } = position ? rarityOf(position.rarity, tokens) : await this.lexicon.statistics(tokens);
    const rarity = [total, ...tokens.map((token) => frequencies.get(token) ?? 0)].map((count) => count.toString(36)).join(' ');
    const plan = planMatch(asked.query, total, frequencies);
    const input = { asked, plan, frequencies: { total, of: frequencies }, after: position?.after };
    return this.guard.run(async () => {
      const { answer, relaxed } = await this.match(input, position?.pit);
      const hits = answer.hits.hits.map((hit) => ({
        recordId: hit._id!,
        identifier: String((hit.fields?.identifier as string[] | undefined)?.[0] ?? ''),
        score: hit._score ?? 0,
        cursor: isFieldOrder(asked.sort) ? '' : sealCursor([hit.sort, rarity, answer.pit_id], asked),
        ...(asked.explain ? { explanation: readExplanation((hit.matched_queries ?? {}) as unknown as Record<string, number>) } : {}),
      }));
      return {
        total: totalOf(answer),
        hits,
        facets: readFacets(answer.aggregations, asked.facets),
        relaxed: relaxed ? missingGroups(plan, answer.hits.hits[0]) : [],
      };
    });
  }

  suggest(prefix: string, limit: number): Promise<Suggestion[]> {
    return this.guard.run(() => complete(this.client, this.names.live, prefix, limit));
  }

  async index(entries: IndexEntry[]): Promise<RefusedEntry[]> {
    const documents = entries.map((entry) => toIndexDocument(entry, this.tokenizer));
    const refused = await this.write(documents);
    await this.learn(documents);
    return refused;
  }

  async remove(records: IndexedVersion[]): Promise<void> {
    await this.write(records);
  }

  async rebuild(): Promise<IndexRebuild> {
    const index = await this.guard.run(() => this.life.begin());
    return {
      write: async (entries) => {
        const documents = entries.map((entry) => toIndexDocument(entry, this.tokenizer));
        const actions = documents.map((document) => ({ ...document, index }));
        const refused = await this.guard.run(() => this.bulk.write(actions, false));
        await this.learn(documents);
        await this.guard.run(() => this.life.beat());
        return refused;
      },
      versions: () => this.versionsOf(index),
      publish: async () => {
        await this.guard.run(() => this.life.publish(index));
        this.snapshot.renew();
      },
      discard: () => this.guard.run(() => this.life.discard()),
    };
  }

  async rollback(): Promise<boolean> {
    const done = await this.guard.run(() => this.life.rollback());
    this.snapshot.renew();
    return done;
  }

  async count(): Promise<number> {
    return (await this.guard.run(() => this.client.count({ index: this.names.live }))).count;
  }

  versions(): AsyncIterable<IndexedVersion[]> {
    return this.versionsOf(this.names.live);
  }

  async close(): Promise<void> {
    await Promise.all([this.client.close(), this.patient.close()]);
  }

  /** Into the live index and one being built; readers of this process see it at once. */
  private async write(documents: (IndexedVersion & { source?: IndexDocument['source'] })[]): Promise<RefusedEntry[]> {
    if (documents.length === 0) return [];
    const newest = newestOf(documents);
    const refused = await this.guard.run(async () => {
      const { live, next } = await this.life.targets();
      if (live.length === 0) throw unavailable(new Error('there is no live index'));
      const actions = [...live, ...next].flatMap((index) =>
        newest.map(({ recordId, version, source }): BulkAction => ({ index, recordId, version, ...(source ? { source } : {}) })),
      );
      return this.bulk.write(actions, true);
    });
    this.snapshot.renew();
    return [...new Map(refused.map((entry) => [entry.recordId, entry])).values()];
  }

  private learn(documents: IndexDocument[]): Promise<void> {
    return this.guard.run(() => this.lexicon.learn(documents.flatMap(({ headWords }) => [...headWords])));
  }

  /** All groups when that brings enough, else as many as possible. */
  private async match(input: Omit<QueryInput, 'cover'>, pit: string | undefined): Promise<{ answer: Answer; relaxed: boolean }> {
    const { plan } = input;
    const explained = input.asked.explain ? { querystring: { include_named_queries_score: 'true' } } : {};
    const run: Run = (body) => this.snapshot.read((taken) => this.client.search({ ...body, pit: taken }, explained), pit);
    const page = (cover: QueryInput['cover']) => this.page(run, buildQuery({ ...input, cover }), input);
    const strict = await page('all');
    const enough = totalOf(strict) >= ENOUGH || (plan.identifiers !== '' && totalOf(strict) > 0);
    const relaxable = plan.groups.some(({ required, alternatives }) => required && alternatives.length > 0);
    if (enough || input.asked.strict || plan.everything || !relaxable) return { answer: strict, relaxed: false };
    const counts = await run(buildLevelCounts(input, COVER_LEVELS));
    const { buckets } = counts.aggregations!.levels as unknown as { buckets: Record<string, { doc_count: number }> };
    const level = COVER_LEVELS.find((candidate) => buckets[String(candidate)]!.doc_count >= ENOUGH_AT_LEVEL) ?? COVER_LEVELS.at(-1)!;
    return { answer: await page(level), relaxed: true };
  }

  /** One page of hits; the first by score alone where that tells enough of them apart. */
  private async page(run: Run, body: estypes.SearchRequest, { asked, plan, after }: Omit<QueryInput, 'cover'>): Promise<Answer> {
    const beginning = after === undefined && !asked.offset && asked.limit > 0;
    if (asked.sort !== 'relevance' || !beginning || plan.groups.length === 0) return run(body);
    const answer = await run(byScoreAlone(body));
    const hits = firstPage(answer.hits.hits, asked.limit);
    return hits === undefined ? run(body) : { ...answer, hits: { ...answer.hits, hits } };
  }

  private async *versionsOf(index: string): AsyncIterable<IndexedVersion[]> {
    await this.guard.run(() => this.patient.indices.refresh({ index }));
    const { id } = await this.guard.run(() => this.patient.openPointInTime({ index, keep_alive: '2m' }));
    try {
      for (let after: estypes.SortResults | undefined; ;) {
        const answer = await this.guard.run(() =>
          this.patient.search({
            pit: { id, keep_alive: '2m' },
            size: VERSIONS_A_PAGE,
            sort: [{ recordId: 'asc' }],
            _source: false,
            docvalue_fields: ['version'],
            track_total_hits: false,
            ...(after ? { search_after: after } : {}),
          }),
        );
        const { hits } = answer.hits;
        if (hits.length === 0) return;
        yield hits.map((hit) => ({ recordId: hit._id!, version: Number((hit.fields?.version as number[])[0]) }));
        after = hits.at(-1)!.sort;
      }
    } finally {
      await this.patient.closePointInTime({ id }, { ignore: [404] }).catch(() => undefined);
    }
  }
}

function totalOf({ hits }: Answer): number {
  return typeof hits.total === 'number' ? hits.total : (hits.total?.value ?? 0);
}

/** Groups that matter and that the best hit lacks. */
function missingGroups(plan: MatchPlan, best: estypes.SearchHit | undefined): string[] {
  const matched = new Set(Array.isArray(best?.matched_queries) ? best.matched_queries : Object.keys(best?.matched_queries ?? {}));
  if (!best) return [];
  return plan.groups.filter(({ required }, index) => required && !matched.has(`group-${index}`)).map(({ text }) => text);
}

interface Position {
  after: estypes.SortResults;
  /** Number of records and of records with each word, as the first page had them. */
  rarity: string;
  pit?: string;
}

function positionOf(opened: unknown): Position {
  if (!Array.isArray(opened) || !Array.isArray(opened[0])) throw foreignCursor();
  const [after, rarity, pit] = opened as unknown[];
  const values = after as unknown[];
  if (!values.every((value) => typeof value === 'string' || typeof value === 'number') || typeof rarity !== 'string') throw foreignCursor();
  return { after: values, rarity, ...(typeof pit === 'string' ? { pit } : {}) };
}

/** Words that the first page did not know of are rare. */
function rarityOf(rarity: string, tokens: readonly string[]): { total: number; frequencies: Map<string, number> } {
  const [total = 0, ...counts] = rarity.split(' ').map((count) => Number.parseInt(count, 36) || 0);
  return { total, frequencies: new Map(tokens.flatMap((token, index) => (counts[index] ? [[token, counts[index]] as const] : []))) };
}

function newestOf<T extends IndexedVersion>(documents: T[]): T[] {
  const newest = new Map<string, T>();
  for (const document of documents)
    if ((newest.get(document.recordId)?.version ?? -1) <= document.version) newest.set(document.recordId, document);
  return [...newest.values()];
}
