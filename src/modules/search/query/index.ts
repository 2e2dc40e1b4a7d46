export * from './analysed-query.js';
export { loadKnowledge, type Knowledge } from './knowledge.js';
export { understandQuery, type Understanding } from './understand-query.js';
export { withoutPhrases } from './without-phrases.js';
