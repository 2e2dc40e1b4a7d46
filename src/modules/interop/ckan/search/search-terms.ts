import type { VocabularyName } from '../../../vocabulary/index.js';

/** What is asked of the code tables while a search is translated; `VocabularyService` answers it. */
export interface SearchTerms {
  resolve(table: VocabularyName, labelOrCode: string): { code: string; label: string } | undefined;
  item(table: VocabularyName, code: string): { code: string; label: string; english?: string; aliases: string[] } | undefined;
}
