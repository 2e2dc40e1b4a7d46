import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Pool } from 'pg';
import { CreateSearchIndex1764000100000 } from '../../migrations/1764000100000-create-search-index.js';
import { startEmbeddedPostgres } from '../../src/modules/platform/database/embedded/index.js';
import { TextAnalyzer } from '../../src/modules/search/analysis/index.js';
import { PostgresSearchEngine, SEARCH_POOL_OPTIONS } from '../../src/modules/search/engines/postgres/index.js';
import { searchEngineContract } from './search-engine.contract.js';

searchEngineContract('The PostgreSQL engine', async () => {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'haozhao-engine-'));
  const server = await startEmbeddedPostgres({ dataDir });
  const pool = new Pool({ connectionString: server.url, max: 5, options: SEARCH_POOL_OPTIONS });
  await new CreateSearchIndex1764000100000().up({ query: (sql: string) => pool.query(sql) } as never);
  const analyzer = new TextAnalyzer();
  return {
    engine: new PostgresSearchEngine(pool, analyzer),
    tokens: (text) => analyzer.tokens(text),
    async close() {
      await pool.end();
      await server.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
});
