import { CSV_MARK, csvLine } from '../../kernel/csv.js';
import { type FigureName, FIGURES } from '../figure/figure.js';
import type { FigureRecords } from '../transparency-reader.js';
import type { FigureValue, Transparency, TransparencyRanking } from './transparency.model.js';

const HEADER = ['month', 'department', 'departmentName', 'figure', 'label', 'value', 'records'];

const lines = (month: string | null, code: string | null, name: string | null, values: readonly FigureValue[]) =>
  values
    .map(({ figure, value, records }) => csvLine([month, code, name, figure, FIGURES[figure as FigureName].label, value, records]))
    .join('');

/** Figures as CSV, one a line; totals have no month. Pure. */
export function figuresCsv({ department, totals, months }: Transparency): string {
  const [code, name] = [department?.code ?? null, department?.name ?? null];
  const monthly = months.map(({ month, values }) => lines(month, code, name, values));
  return [CSV_MARK, csvLine(HEADER), lines(null, code, name, totals), ...monthly].join('');
}

/** Figures of departments as CSV, one a line. Pure. */
export function rankingCsv({ departments }: TransparencyRanking): string {
  return [CSV_MARK, csvLine(HEADER), ...departments.map(({ code, name, values }) => lines(null, code, name, values))].join('');
}

const RECORD_COLUMNS = [
  'subject',
  'identifier',
  'title',
  'department',
  'departmentName',
  'startedOn',
  'dueOn',
  'doneOn',
  'workingDays',
  'detail',
  'url',
] as const satisfies (keyof FigureRecords['records'][number])[];

/** First line of records as CSV. */
export const recordsCsvHeader = (): string => CSV_MARK + csvLine(RECORD_COLUMNS);

/** Records as lines of CSV. Pure. */
export const recordsCsv = (records: FigureRecords['records']): string =>
  records.map((record) => csvLine(RECORD_COLUMNS.map((column) => record[column]))).join('');
