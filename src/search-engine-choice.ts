import type { Config } from './modules/platform/config/index.js';
import { type EngineChoice, ElasticsearchSearchEngine, PostgresSearchEngine, type TextAnalyzer } from './modules/search/index.js';
import type { Runtime } from './runtime.js';

/** The engine that the configuration names: Elasticsearch where there is one, else the embedded one. */
export function chooseSearchEngine(config: Config, { searchPool }: Runtime, analyzer: TextAnalyzer): EngineChoice {
  const engine = config.elasticsearchUrl
    ? new ElasticsearchSearchEngine(
        {
          nodes: config.elasticsearchUrl.split(','),
          prefix: config.elasticsearchIndex,
          apiKey: config.elasticsearchApiKey,
          username: config.elasticsearchUsername,
          password: config.elasticsearchPassword,
          ca: config.elasticsearchCa,
        },
        analyzer,
      )
    : new PostgresSearchEngine(searchPool, analyzer);
  return { engine, lexicon: engine.lexicon };
}
