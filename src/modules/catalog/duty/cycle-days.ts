import type { VocabularyService } from '../../vocabulary/index.js';
import type { CycleDays } from './duty-rule.js';

/** The update cycles that have a length, as the code table gives it. */
export function cycleDaysOf(vocabulary: Pick<VocabularyService, 'table'>): CycleDays {
  return new Map(
    vocabulary.table('updateCycle').items.flatMap(({ code, attributes }) => {
      const { nominalDays, graceDays } = attributes ?? {};
      return typeof nominalDays === 'number' && typeof graceDays === 'number' ? [[code, { nominalDays, graceDays }] as const] : [];
    }),
  );
}
