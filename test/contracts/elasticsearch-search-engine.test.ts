import { randomBytes } from 'node:crypto';
import { afterAll, describe } from 'vitest';
import { TextAnalyzer } from '../../src/modules/search/analysis/index.js';
import { ElasticsearchSearchEngine } from '../../src/modules/search/engines/elasticsearch/index.js';
import { elasticsearchForTests } from '../support/elasticsearch-server.js';
import { engineConditionsContract } from './engine-conditions.contract.js';
import { type EngineUnderTest, searchEngineContract } from './search-engine.contract.js';

const analyzer = new TextAnalyzer();
const server = await elasticsearchForTests();

if ('skipped' in server) {
  describe.skip(`Elasticsearch: ${server.skipped}`, () => undefined);
} else {
  afterAll(() => server.stop());
  const underTest = async (): Promise<EngineUnderTest> => {
    const prefix = `test-${randomBytes(4).toString('hex')}`;
    const engine = new ElasticsearchSearchEngine({ nodes: [server.url], prefix }, analyzer);
    await engine.prepare();
    return { engine, lexicon: engine.lexicon, tokens: (text) => analyzer.tokens(text), close: () => engine.close() };
  };
  searchEngineContract('The Elasticsearch engine', underTest);
  engineConditionsContract('The Elasticsearch engine', underTest);
}
