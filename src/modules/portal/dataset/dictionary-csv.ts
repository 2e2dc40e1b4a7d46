import type { Dataset } from '../../catalog/index.js';
import { CSV_MARK, csvLine } from '../../kernel/csv.js';

/** The items of a dataset as a CSV file that spreadsheets open; `columns` heads it. Pure. */
export const dictionaryCsv = (items: Dataset['items'], columns: readonly string[]): string =>
  [CSV_MARK, csvLine(columns), ...items.map(({ name, type, length, description }) => csvLine([name, type, length, description]))].join('');
