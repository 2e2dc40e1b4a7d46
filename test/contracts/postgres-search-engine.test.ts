import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CreateSearchIndex1764000100000 } from '../../migrations/1764000100000-create-search-index.js';
import { CountFacetsOfEverything1764000897000 } from '../../migrations/1764000897000-count-facets-of-everything.js';
import { LetSearchesBeNarrowed1764000880000 } from '../../migrations/1764000880000-let-searches-be-narrowed.js';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../src/modules/platform/database/embedded/index.js';
import { TextAnalyzer } from '../../src/modules/search/analysis/index.js';
import { PostgresSearchEngine, SEARCH_POOL_OPTIONS } from '../../src/modules/search/engines/postgres/index.js';
import type { IndexEntry } from '../../src/modules/search/search-engine.js';
import { engineConditionsContract } from './engine-conditions.contract.js';
import { type EngineUnderTest, searchEngineContract } from './search-engine.contract.js';

const migrations = [
  new CreateSearchIndex1764000100000(),
  new LetSearchesBeNarrowed1764000880000(),
  new CountFacetsOfEverything1764000897000(),
];
const analyzer = new TextAnalyzer();
let dataDir: string;
let server: EmbeddedPostgres;

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'haozhao-engine-'));
  server = await startEmbeddedPostgres({ dataDir });
});
afterAll(async () => {
  await server.stop();
  await rm(dataDir, { recursive: true, force: true });
});

/** A pool on a database of its own, with the tables of the index. */
async function emptyIndex(name: string): Promise<Pool> {
  const admin = new Pool({ connectionString: server.url, max: 1 });
  await admin.query(`CREATE DATABASE ${name}`);
  await admin.end();
  const pool = new Pool({ connectionString: server.url.replace(/\/[^/]*$/, `/${name}`), max: 6, options: SEARCH_POOL_OPTIONS });
  for (const migration of migrations) await migration.up({ query: (sql: string) => pool.query(sql) } as never);
  return pool;
}

const underTest = (database: string) => async (): Promise<EngineUnderTest> => {
  const pool = await emptyIndex(database);
  const engine = new PostgresSearchEngine(pool, analyzer);
  return { engine, lexicon: engine.lexicon, tokens: (text) => analyzer.tokens(text), close: () => pool.end() };
};
searchEngineContract('The PostgreSQL engine', underTest('contract'));
engineConditionsContract('The PostgreSQL engine', underTest('conditions'));

const entryOf = (recordId: string, title: string, version = 1): IndexEntry => ({
  recordId,
  version,
  identifier: `r-${recordId}`,
  kind: 'dataset',
  title,
  keywords: [],
  attachments: '',
  abstract: '',
  body: '',
  items: [],
  organizations: [],
  identifiers: [],
  facets: {},
  publishedOn: '',
  modifiedOn: '',
  createdAt: '2024-01-01T00:00:00.000Z',
  updatedAt: '2024-01-01T00:00:00.000Z',
  license: '',
});

describe('The tables of the PostgreSQL engine', () => {
  let pool: Pool;
  let engine: PostgresSearchEngine;
  beforeAll(async () => {
    pool = await emptyIndex('tables');
    engine = new PostgresSearchEngine(pool, analyzer);
  });
  afterAll(() => pool.end());

  const relations = async () => {
    const { rows } = await pool.query<{ relname: string }>(
      `SELECT relname FROM pg_class WHERE relname ~ '^search_' AND relkind IN ('r', 'i') ORDER BY 1`,
    );
    return rows.map(({ relname }) => relname);
  };

  it('have the same names after a rebuild as after the migration', async () => {
    const before = await relations();
    for (let round = 0; round < 2; round++) {
      const rebuild = await engine.rebuild();
      await rebuild.write([entryOf('1', '湿地名录')]);
      await rebuild.publish();
      expect(await relations()).toEqual(before);
    }
    expect(await engine.count()).toBe(1);
  });

  it('ask to be filled again when a program of another layout filled them', async () => {
    expect(await engine.prepare()).toBe(false);
    await pool.query(`COMMENT ON TABLE search_entry IS 'haozhao layout 1'`);
    expect(await engine.prepare()).toBe(true);
    const rebuild = await engine.rebuild();
    await rebuild.write([entryOf('1', '湿地名录')]);
    await rebuild.publish();
    expect(await engine.prepare()).toBe(false);
  });

  it('lose what a dead rebuild left with the next write', async () => {
    const dying = new Pool({ connectionString: pool.options.connectionString, max: 2 });
    dying.on('error', () => undefined);
    const rebuild = await new PostgresSearchEngine(dying, analyzer).rebuild();
    await rebuild.write([entryOf('2', '半途')]);
    expect(await relations()).toContain('search_entry_next');
    await pool.query(
      `SELECT pg_terminate_backend(pid, 5000) FROM pg_locks WHERE locktype = 'advisory' AND granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
    );
    await engine.index([entryOf('3', '次写')]);
    expect(await relations()).not.toContain('search_entry_next');
    expect(await engine.count()).toBe(2);
    await (await engine.rebuild()).discard();
    await expect(rebuild.discard()).rejects.toThrow();
    await dying.end();
  });

  it('count the facets of what they hold when a new program comes', async () => {
    const runner = { query: (sql: string) => pool.query(sql) } as never;
    const withTopics = (recordId: string, topic: string[], version = 1) => ({ ...entryOf(recordId, '名录', version), facets: { topic } });
    await engine.index([withTopics('51', ['水利']), withTopics('52', ['水利', '农业']), withTopics('53', ['水利'])]);
    await engine.index([withTopics('51', ['农业'], 2)]);
    await engine.remove([{ recordId: '53', version: 2 }]);
    const counted = async () => {
      const { rows } = await pool.query<object>(`SELECT term, frequency, head_frequency FROM search_term WHERE term LIKE '@%' ORDER BY 1`);
      return rows;
    };
    const kept = await counted();
    expect(kept).toEqual([
      { term: '@topic=农业', frequency: 2, head_frequency: 0 },
      { term: '@topic=水利', frequency: 1, head_frequency: 0 },
    ]);
    const [migration] = migrations.slice(-1);
    await migration!.down(runner);
    expect(await counted()).toEqual([]);
    await migration!.up(runner);
    expect(await counted()).toEqual(kept);
    await engine.remove(['51', '52'].map((recordId) => ({ recordId, version: 3 })));
    expect(await counted()).toEqual([]);
  });

  it('go down and up again', async () => {
    const runner = { query: (sql: string) => pool.query(sql) } as never;
    const before = await relations();
    for (const migration of migrations.toReversed()) await migration.down(runner);
    expect(await relations()).toEqual([]);
    for (const migration of migrations) await migration.up(runner);
    expect(await relations()).toEqual(before);
  });
});

describe('The vocabulary of the PostgreSQL engine', () => {
  let pool: Pool;
  let engine: PostgresSearchEngine;
  beforeAll(async () => {
    pool = await emptyIndex('vocabulary');
    engine = new PostgresSearchEngine(pool, { tokens: (text) => text.split(/\s+/).filter(Boolean) });
    const titles = ['公积金 提取', '公积金 贷款', '景区 名录', '经区 企业', '幼儿园 名录'];
    await engine.index(titles.map((title, index) => ({ ...entryOf(String(index), title), body: index === 0 ? '景区 罕见' : '' })));
  });
  afterAll(() => pool.end());

  it('counts records, not occurrences', async () => {
    expect(await engine.lexicon.total()).toBe(5);
    expect(await engine.lexicon.frequencies(['公积金', '名录', '景区', '没有'])).toEqual(
      new Map([
        ['公积金', 2],
        ['名录', 2],
        ['景区', 2],
      ]),
    );
  });

  it('forgets the words of what is replaced or removed, and only those', async () => {
    const written = (version: number, title: string): IndexEntry => ({ ...entryOf('9', title), version, body: '名录 鸬鹚' });
    await engine.index([written(1, '鹈鹕 名录')]);
    await engine.index([written(2, '白鹭 名录')]);
    await engine.index([written(1, '迟到 名录')]);
    const terms = async () =>
      (await pool.query<{ term: string; frequency: number }>(`SELECT term, frequency FROM search_term ORDER BY term`)).rows;
    const known = new Map((await terms()).map(({ term, frequency }) => [term, frequency]));
    expect(['鹈鹕', '迟到', '白鹭', '鸬鹚', '名录'].map((term) => known.get(term))).toEqual([undefined, undefined, 1, 1, 3]);
    await engine.remove([{ recordId: '9', version: 3 }]);
    const left = new Map((await terms()).map(({ term, frequency }) => [term, frequency]));
    expect(['白鹭', '鸬鹚', '名录'].map((term) => left.get(term))).toEqual([undefined, undefined, 2]);
  });

  it.each([
    ['gongjijin', ['公积金']],
    ['gjj', ['公积金']],
    ['jingqu', ['景区', '经区']],
    ['JING QU', ['景区', '经区']],
    ['%', []],
    ['', []],
  ])('knows what %j sounds like', async (typed, terms) => {
    expect((await engine.lexicon.byPinyin(typed)).map(({ term }) => term)).toEqual(terms);
  });

  it.each([
    ['工积金', ['公积金']],
    ['公基金', ['公积金']],
    ['公鸡斤两', []],
    ['公积', ['公积金']],
    ['幼尔园', ['幼儿园']],
    ['公积金', []],
    ["'", []],
  ])('knows what looks or sounds like %j', async (typed, terms) => {
    expect((await engine.lexicon.similar(typed)).map(({ term }) => term)).toEqual(terms);
  });
});
