export { type ElasticsearchOptions } from './client.js';
export { ElasticsearchSearchEngine } from './elasticsearch-search-engine.js';
