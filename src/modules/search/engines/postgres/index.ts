export { type Tokenizer } from './index-row.js';
export { PostgresLexicon } from './lexicon.repository.js';
export { PostgresSearchEngine, SEARCH_POOL_OPTIONS } from './postgres-search-engine.js';
