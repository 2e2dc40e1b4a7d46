import type { AnalysedQuery, Facet } from '#src/modules/search/query/analysed-query.js';
import { FACETS } from '#src/modules/search/query/analysed-query.js';
import type { EngineQuery, IndexEntry, SearchEngine } from '#src/modules/search/search-engine.js';
import { quantile } from '../statistics.js';
import { syntheticEntries } from './synthetic-entries.js';

const WRITTEN_AT_ONCE = 500;
const ROUNDS = 40;

/** Five shapes of query, each in several wordings. */
export const SHAPES: Record<string, string[]> = {
  'one common word': ['信息', '管理', '服务', '工作'],
  'one rare word': ['公厕', '殡葬', '献血', '湿地'],
  'two words': ['空气质量 监测', '养老 机构', '公交 线路', '食品 抽检'],
  'a phrase of everyday': ['孩子上学怎么报名', '买房贷款', '看病报销比例', '老旧小区装电梯'],
  'words and a filter': ['停车场', '学校', '图书馆', '水质'],
};

type Understand = (text: string) => Promise<AnalysedQuery>;

export interface Grown {
  records: number;
  /** p50 of each shape, in milliseconds. */
  p50: Record<string, number>;
  /** Of all shapes at 8 connections. */
  p99: number;
  perSecond: number;
  secondsToIndex: number;
}

/** Builds an index of each size and asks it. */
export async function grow(
  engine: SearchEngine,
  understand: Understand,
  sizes: readonly number[],
  settle: () => Promise<void>,
): Promise<Grown[]> {
  const results: Grown[] = [];
  for (const size of sizes) {
    const entries = syntheticEntries(size);
    const rebuild = await engine.rebuild();
    const started = performance.now();
    for (let written = 0; written < size; written += WRITTEN_AT_ONCE) {
      const batch: IndexEntry[] = [];
      while (batch.length < WRITTEN_AT_ONCE && written + batch.length < size) batch.push(entries.next().value as IndexEntry);
      await rebuild.write(batch);
    }
    await rebuild.publish();
    const spent = performance.now() - started;
    await settle();
    results.push({ records: size, secondsToIndex: spent / 1000, ...(await ask(engine, understand)) });
    process.stdout.write(`${JSON.stringify(results.at(-1))}\n`);
  }
  return results;
}

async function ask(engine: SearchEngine, understand: Understand): Promise<Pick<Grown, 'p50' | 'p99' | 'perSecond'>> {
  const p50: Record<string, number> = {};
  const all: EngineQuery[] = [];
  for (const [shape, texts] of Object.entries(SHAPES)) {
    const queries = await Promise.all(texts.map(async (text) => asked(await understand(text), shape.endsWith('filter'))));
    all.push(...queries);
    for (const query of queries) await engine.search(query);
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round++) times.push(await timed(engine, queries[round % queries.length]!));
    p50[shape] = quantile(times, 0.5);
  }
  const times: number[] = [];
  let next = 0;
  const started = performance.now();
  const worker = async () => {
    while (next < ROUNDS * 10) times.push(await timed(engine, all[next++ % all.length]!));
  };
  await Promise.all(Array.from({ length: 8 }, worker));
  return { p50, p99: quantile(times, 0.99), perSecond: (1000 * times.length) / (performance.now() - started) };
}

async function timed(engine: SearchEngine, query: EngineQuery): Promise<number> {
  const started = performance.now();
  await engine.search(query);
  return performance.now() - started;
}

function asked(query: AnalysedQuery, filtered: boolean): EngineQuery {
  const facets: Facet[] = [...FACETS];
  return {
    query,
    filters: filtered ? [{ facet: 'kind', values: ['dataset'] }] : [],
    sort: 'relevance',
    limit: 20,
    facets,
    today: '2026-11-24',
  };
}
