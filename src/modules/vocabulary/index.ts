export { VocabularyItem, VocabularyTable } from './vocabulary-table.js';
export type { VocabularyName } from './vocabulary-tables.js';
export { VocabularyModule } from './vocabulary.module.js';
export { VocabularyService, type ResolvedTerm } from './vocabulary.service.js';
